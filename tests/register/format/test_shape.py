"""The format as one table: what the validator takes, the schema says."""

from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest

from tracker.core.dates import on_day
from tracker.core.durations import Duration
from tracker.core.errors import Text
from tracker.core.model import After, Before, Every, Fixed, Rule, Settings
from tracker.register.format import fields
from tracker.register.format.jsonschema import json_schema
from tracker.register.format.shape import Shaped, shape
from tracker.register.format.values import READERS, is_slug
from tracker.register.format.wrong import Guesses, Wrong, brief, nearest, type_of

DAY = date(2026, 5, 31)
LENGTH = Duration(3, 0)


def obligation(**values: object) -> dict[str, object]:
    shaped = shape({"obligations": {"a": {"b": {"title": "t", **values}}}})
    assert shaped.findings == []
    return shaped.obligations["a.b"]


def findings(raw: dict[str, object]) -> list[tuple[str | int, str]]:
    return [(found.path[-1], found.code) for found in shape(raw).findings]


def test_nothing_is_an_empty_register() -> None:
    assert shape({}) == Shaped((), Settings(), {}, {}, {}, {}, [])


def test_settings() -> None:
    raw = {
        "title": "T",
        "timezone": "Europe/Paris",
        "language": "fr",
        "soon": "2 weeks",
        "review": "1 year",
        "us": ["OIM"],
        "from": "a@b.org",
        "kinds": ["x"],
        "allow_outside": True,
    }
    settings = shape({"settings": raw}).settings
    assert settings == Settings(
        title="T",
        timezone="Europe/Paris",
        language="fr",
        soon=Duration(0, 14),
        review=Duration(12, 0),
        us=("OIM",),
        sender="a@b.org",
        kinds=("x",),
        allow_outside=True,
    )


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({}, None),
        ({"due": DAY}, Fixed(on_day(DAY))),
        ({"every": "3 months", "first": DAY}, Every(LENGTH, DAY, None)),
        ({"every": "3 months", "first": "2026-05-31", "until": DAY}, Every(LENGTH, DAY, DAY)),
        ({"rrule": "rrule:freq=daily;", "first": DAY}, Rule("FREQ=DAILY", DAY, None)),
        ({"within": "3 months", "after": "effective"}, After(LENGTH, "effective")),
        ({"within": "3 months", "after": "x.y"}, After(LENGTH, "x.y")),
        ({"within": "3 months", "before": "expires"}, Before(LENGTH)),
    ],
)
def test_time_rules(values: dict[str, object], rule: object) -> None:
    made = obligation(**values)
    assert made.get("time") == rule
    assert not made.keys() & fields.TIME_KEYS


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"after": "effective"}, [("after", "E210")]),
        ({"until": DAY}, [("until", "E210")]),
        ({"due": DAY, "first": DAY}, [("first", "E210")]),
        ({"within": "1 day", "after": "effective", "before": "expires"}, [("within", "E210")]),
        ({"every": "1 day", "rrule": "FREQ=DAILY", "first": DAY}, [("rrule", "E407")]),
        ({"every": 1, "first": DAY}, [("every", "E202")]),
        ({"every": "1 day", "first": 1}, [("first", "E202")]),
        ({"before": "effective", "within": "1 day"}, [("before", "E204")]),
        ({"log": [{"on": DAY, "for": 1}]}, [("for", "E202")]),
    ],
)
def test_time_keys_that_do_not_go_together(values: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert findings({"obligations": {"a": {"b": {"title": "t", **values}}}}) == found


def test_a_source_has_its_id() -> None:
    raw = {
        "title": "t",
        "parties": ["A"],
        "date": DAY,
        "source": "x.txt",
        "sources": {"web": {"url": "https://x.org/ä"}},
    }
    sources = shape({"agreements": {"a": raw}}).agreements["a"]["sources"]
    assert [(source.id, source.file, source.url) for source in sources.values()] == [
        ("", "x.txt", ""),
        ("web", "", "https://x.org/ä"),
    ]


def test_an_agreement_log() -> None:
    log = [{"on": DAY, "status": "extended", "ends": DAY}, {"on": DAY, "status": "terminated"}, {"note": "x"}]
    raw = {"title": "t", "parties": ["A"], "date": DAY, "log": log}
    shaped = shape({"agreements": {"a": raw}})
    assert [(entry.status, entry.ends) for entry in shaped.agreements["a"]["log"]] == [
        ("extended", DAY),
        ("terminated", None),
    ]
    assert [(found.path, found.code) for found in shaped.findings] == [
        (("agreements", "a", "log", 2), "E203")
    ]


def test_kinds_of_the_settings_hold_in_included_files() -> None:
    raw = {"obligations": {"a": {"b": {"title": "t", "kind": "visit"}}}}
    assert [found.code for found in shape(raw, 1).findings] == ["E204"]
    assert shape(raw, 1, ("visit",)).obligations["a.b"]["kind"] == "visit"


def test_types_have_names() -> None:
    values: tuple[tuple[object, str], ...] = (
        (datetime(2026, 1, 1, tzinfo=UTC), "a date with a time"),
        (DAY, "a date"),
        (time(), "a time"),
        ("", "a text"),
        (True, "true or false"),
        (1, "a whole number"),
        (1.5, "a number"),
        ([], "a list"),
        ({}, "a table"),
    )
    assert [type_of(value) for value, _ in values] == [Text(name) for _, name in values]


@pytest.mark.parametrize("name", ["a", "é-1_x", "التعاون", "9", "x" * 200])
def test_names_that_can_be_typed(name: str) -> None:
    assert is_slug(name)


@pytest.mark.parametrize(
    "name", ["", "-a", "_a", "a b", "a.b", "a\u202eb", "a\u200bb", "a/b", "x" * 201, "a\n"]
)
def test_names_that_cannot_be_typed(name: str) -> None:
    assert not is_slug(name)


@pytest.mark.parametrize("value", [None, object(), b"", float("nan"), 10**400, ["\0"], [[]], {"": 1}])
@pytest.mark.parametrize("kind", sorted(READERS))
def test_readers_raise_nothing_else(kind: str, value: object) -> None:
    with suppress(Wrong):
        READERS[kind](value)


def test_what_is_cited_is_short_and_does_not_act() -> None:
    assert brief("x" * 100) == "x" * 59 + "…"
    assert brief("a\x1b[31m\u202eb") == "a\ufffd[31m\ufffdb"


def test_guesses_run_out() -> None:
    guesses = Guesses(1)
    assert guesses.nearest("titel", ["title"]) == "title"
    assert guesses.nearest("titel", ["title"]) == ""
    assert nearest("obligation.x1", [f"obligation.x{number}" for number in range(3000)])
    assert nearest("zzz", ["title"]) == ""


def test_every_key_is_in_the_schema_with_its_meaning() -> None:
    schema = json_schema()
    agreement = schema["properties"]["agreements"]["additionalProperties"]
    obligation = schema["properties"]["obligations"]["additionalProperties"]["additionalProperties"]
    for table, found in (
        (fields.REGISTER, schema),
        (fields.SETTINGS, schema["properties"]["settings"]),
        (fields.PARTY, schema["properties"]["parties"]["additionalProperties"]),
        (fields.PERSON, schema["properties"]["people"]["additionalProperties"]),
        (fields.AGREEMENT, agreement),
        (fields.SOURCE, agreement["properties"]["sources"]["additionalProperties"]),
        (fields.AGREEMENT_ENTRY, agreement["properties"]["log"]["items"]),
        (fields.OBLIGATION, obligation),
        (fields.ENTRY, obligation["properties"]["log"]["items"]),
    ):
        assert list(found["properties"]) == [field.name for field in table.fields]
        assert found.get("required", []) == [field.name for field in table.fields if field.required]
        for field in table.fields:
            said = found["properties"][field.name]
            assert said["description"]
            assert said.get("enum", list(field.choices)) == list(field.choices)
            assert said.keys() & {"type", "enum", "anyOf"}


def test_every_key_has_a_reader_or_lies_deeper() -> None:
    deeper = {"settings", "parties", "people", "agreements", "obligations", "sources", "log", "kind", "word"}
    tables = (getattr(fields, name) for name in dir(fields))
    for table in tables:
        if isinstance(table, fields.Table):
            for field in table.fields:
                assert field.kind in READERS or field.kind in deeper
                assert bool(field.choices) == (field.kind == "word")
