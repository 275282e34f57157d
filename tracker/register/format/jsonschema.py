"""The JSON Schema of the register, for editors that complete and check TOML as one types.

Made from the same table of fields as the validator. It says what a schema can say; references,
circles and the calendar remain for `tracker check`.
"""

from __future__ import annotations

from typing import Any, Final

from tracker.core import vocabulary
from tracker.register.format import fields
from tracker.register.format.fields import Field, Table

_SLUG: Final = r"^[^\W_][\w-]{0,199}$"
_LENGTH: Final = r"^\s*[0-9]{1,5}\s*([Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?\s*$"
_PERIOD: Final = (
    r"^\s*[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?(/[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?)?\s*$"
)
_TEXT: Final[dict[str, Any]] = {"type": "string"}
_NAME: Final[dict[str, Any]] = {"type": "string", "minLength": 1}
_NAMES: Final[dict[str, Any]] = {"type": "array", "items": _NAME}
_REF: Final[dict[str, Any]] = {"type": "string", "pattern": r"^[^\W_][\w-]*\.[^\W_][\w-]*$"}

_KINDS: Final[dict[str, dict[str, Any]]] = {
    "text": _TEXT,
    "name": _NAME,
    "zone": {**_NAME, "examples": ["Africa/Casablanca", "Europe/Paris", "Asia/Riyadh", "UTC"]},
    "page": {"type": ["string", "integer"], "minimum": 0, "pattern": r"^(?!\s*[-−]\s*\d+\s*$)"},
    "flag": {"type": "boolean"},
    "names": _NAMES,
    "name-or-names": {"anyOf": [_NAME, _NAMES]},
    "title": {
        "anyOf": [
            _NAME,
            {
                "type": "object",
                "minProperties": 1,
                "properties": dict.fromkeys(vocabulary.LANGUAGES, _NAME),
                "patternProperties": {"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": _NAME},
                "additionalProperties": False,
            },
        ]
    },
    "day": {"type": "string", "format": "date"},
    "period": {"type": "string", "pattern": _PERIOD},
    "length": {"type": "string", "pattern": _LENGTH, "examples": ["30 days", "6 months", "1 year"]},
    "slug": {"type": "string", "pattern": _SLUG},
    "slugs": {"type": "array", "items": {"type": "string", "pattern": _SLUG}},
    "refs": {"anyOf": [_REF, {"type": "array", "items": _REF}]},
    "after": {"anyOf": [{"const": "effective"}, _REF]},
    "email": {"type": "string", "format": "email"},
    "url": {"type": "string", "pattern": "^https?://"},
    "sha256": {"type": "string", "pattern": "^[0-9a-fA-F]{64}$"},
    "rrule": {"type": "string", "examples": ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"]},
    "kind": {"anyOf": [{"enum": list(vocabulary.KINDS)}, {"type": "string", "pattern": _SLUG}]},
}


def json_schema() -> dict[str, Any]:
    """Give the schema, draft 2020-12; dates are strings in it, as editors of TOML take them."""
    deeper = {
        ("register", "settings"): _object(fields.SETTINGS, {}),
        ("register", "parties"): _keyed(_object(fields.PARTY, {})),
        ("register", "people"): _keyed(_object(fields.PERSON, {})),
        ("agreement", "sources"): _keyed(_object(fields.SOURCE, {})),
        ("agreement", "log"): {"type": "array", "items": _object(fields.AGREEMENT_ENTRY, {})},
        ("obligation", "log"): {"type": "array", "items": _entry()},
    }
    deeper["register", "agreements"] = _keyed(_object(fields.AGREEMENT, deeper))
    deeper["register", "obligations"] = _keyed(_keyed(_obligation(deeper)))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "commitments.toml",
        **_object(fields.REGISTER, deeper),
    }


def _object(table: Table, deeper: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "description": table.doc,
        "properties": {field.name: _property(table, field, deeper) for field in table.fields},
        "additionalProperties": False,
    }
    if required := [field.name for field in table.fields if field.required]:
        schema["required"] = required
    return schema


def _property(table: Table, field: Field, deeper: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    if field.choices:
        return {"description": field.doc, "enum": list(field.choices)}
    found = deeper[table.name, field.name] if (table.name, field.name) in deeper else _KINDS[field.kind]
    return {**found, "description": field.doc}


def _keyed(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "propertyNames": {"pattern": _SLUG},
        "additionalProperties": schema,
    }


def _entry() -> dict[str, Any]:
    schema = _object(fields.ENTRY, {})
    postponed = {"properties": {"status": {"const": "postponed"}}, "required": ["status"]}
    schema["if"], schema["then"], schema["else"] = (
        postponed,
        {"required": ["due"]},
        {"not": {"required": ["due"]}},
    )
    return schema


def _obligation(deeper: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    schema = _object(fields.OBLIGATION, deeper)
    rules = fields.TIME_RULES
    schema["dependentRequired"] = {
        "every": ["first"],
        "rrule": ["first"],
        "after": ["within"],
        "before": ["within"],
    }
    schema["allOf"] = [
        {"not": {"required": [one, other]}}
        for number, one in enumerate(rules)
        for other in rules[number + 1 :]
    ]
    return schema
