"""The time rule of an obligation, put together from its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from tracker.core.errors import Text
from tracker.core.model import After, Before, Every, Fixed, Rule, TimeRule
from tracker.register.format.fields import TIME_KEYS, TIME_RULES
from tracker.register.format.rrules import begins

if TYPE_CHECKING:
    from tracker.register.check.codes import KeyPath
    from tracker.register.format.tables import Draft, Findings

_DATE: Final = {"due"}
_BESIDE: Final = {"every": ("first", "until"), "rrule": ("first", "until"), "within": ("after", "before")}
_OWNERS: Final = (
    ("first", "every or rrule"),
    ("until", "every or rrule"),
    ("after", "within"),
    ("before", "within"),
)


def time_rule(raw: Mapping[str, Any], draft: Draft, path: KeyPath, findings: Findings) -> TimeRule | None:
    """Take the time keys out of a draft and make the rule; None with findings, or for a continuing one."""
    keys = TIME_KEYS & raw.keys()
    if keys == _DATE:  # what most have
        return Fixed(draft.pop("due")) if "due" in draft else None
    values = {key: draft.pop(key) for key in keys if key in draft}
    stated = [key for key in TIME_RULES if key in raw]
    if len(stated) > 1:
        said = Text(
            "{one} and {other} are two time rules; keep one of them", {"one": stated[0], "other": stated[1]}
        )
        findings.say((*path, stated[1]), "E407", said)
        return None
    rule = stated[0] if stated else ""
    if not _belong(raw, rule, path, findings) or len(values) < len(keys):
        return None
    if rule == "due":
        return Fixed(values["due"])
    if rule == "within":
        return After(values["within"], values["after"]) if "after" in values else Before(values["within"])
    return _recurring(rule, values, path, findings)


def _belong(raw: Mapping[str, Any], rule: str, path: KeyPath, findings: Findings) -> bool:
    """Find keys without the one that they belong to, and the reverse."""
    right = True
    wanted = _BESIDE.get(rule, ())
    for key, owner in _OWNERS:
        if key in raw and key not in wanted:
            said = Text("{key} goes with {owner}; add that, or delete {key}", {"key": key, "owner": owner})
            findings.say((*path, key), "E210", said)
            right = False
    if "first" in wanted and "first" not in raw:
        said = Text("{rule} needs the first date beside it: first = 2026-06-30", {"rule": rule})
        findings.say((*path, rule), "E203", said)
        right = False
    if rule == "within" and ("after" in raw) == ("before" in raw):
        said = Text(
            'within needs one of the two beside it: after = a ref or "effective", or before = "expires"'
        )
        findings.say((*path, rule), "E210", said)
        right = False
    return right


def _recurring(rule: str, values: Mapping[str, Any], path: KeyPath, findings: Findings) -> TimeRule | None:
    first, until = values["first"], values.get("until")
    if until is not None and until < first:
        said = Text(
            "until {until} is before first {first}; exchange them, or correct one",
            {"until": until, "first": first},
        )
        findings.say((*path, "until"), "E210", said)
        return None
    if rule == "every":
        return Every(values["every"], first, until)
    if not begins(values["rrule"], first):
        said = Text(
            "the rule does not produce {first}; correct it, or set first to the first date that it produces",
            {"first": first},
        )
        findings.say((*path, "first"), "E207", said)
        return None
    return Rule(values["rrule"], first, until)
