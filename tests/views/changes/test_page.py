"""What changed, as a page, as Markdown and as JSON."""

from __future__ import annotations

import json

from tests.views.golden import agrees
from tracker.core.changes import Change, Changes, FieldChange
from tracker.core.entrychanges import EntryChange
from tracker.core.errors import Text
from tracker.core.logbook import Commit, Log, Touch, Unreadable
from tracker.views import pieces
from tracker.views.changes import as_json as changes_json
from tracker.views.changes import as_markdown as changes_markdown
from tracker.views.changes import page as changes_page
from tracker.views.wording import Wording, catalogue

EN, FR = catalogue("en"), catalogue("fr")
COMMIT = Commit("3f2a1c9" + "0" * 33, "2026-01-08T10:00:00+01:00", "Amina Benali", "amina@x.org", "Record it")
OLDER = COMMIT._replace(id="b" * 40, when="", subject="\x1b[31mevil\u202e")
DONE = {"on": "2025-12-18", "status": "done", "for": "2025-12-21", "evidence": "m.pdf", "private": "true"}
TITLE = {"en": "Half-yearly meetings", "fr": "Réunions semestrielles"}
FOUND = Changes(
    obligations=(
        Change(
            "changed",
            "oim-oci.meetings",
            "",
            TITLE,
            (
                FieldChange("due", "2026-06-30", "2026-07-30", 30),
                FieldChange("first", "2026-06-30", "2026-06-29", -1),
                FieldChange("until", "2026", "2026-12-31", 0),
                FieldChange("owner", "", "mission-rabat"),
                FieldChange("tags", ("a", "b"), ()),
            ),
            (
                EntryChange("added", {}, DONE, ()),
                EntryChange("corrected", {**DONE, "note": "Hed"}, {**DONE, "note": "Held"}, ("note", "by")),
                EntryChange("taken-back", DONE, {}, ()),
            ),
        ),
        Change(
            "added",
            "oim-oci.new",
            "",
            {"": "A [red]*new*[/red] one"},
            (FieldChange("title", "", "A new one"), FieldChange("kind", "", "funding")),
            (),
        ),
        Change("renamed", "oim-oci.now", "oim-oci.then", {}, (FieldChange("formerly", "", ("x",)),), ()),
        Change("removed", "oim-oci.old", "", {"": "Old"}, (FieldChange("kind", "funding", ""),), ()),
        Change("removed", "oim-oci.older", "", {}, (), (EntryChange("taken-back", DONE, {}, ()),)),
    ),
    agreements=(
        Change(
            "changed",
            "oim-oci",
            "",
            {"": "Plan"},
            (),
            (EntryChange("added", {}, {"on": "2026-01-01", "status": "extended", "ends": "2028-12-31"}, ()),),
        ),
    ),
    settings=(Change("changed", "", "", {}, (FieldChange("soon", "30 days", "2 weeks"),), ()),),
)
LOG = Log(
    (Touch(COMMIT, FOUND), Touch(OLDER, Changes(settings=FOUND.settings))),
    (Unreadable(OLDER, Text("byte {byte} is not UTF-8", {"byte": "0xff"})),),
    OLDER,
)


def test_what_an_agreement_s_entry_extends_is_said_before_its_evidence() -> None:
    stated: dict[str, str | tuple[str, ...]] = {
        "on": "2026-01-01",
        "status": "extended",
        "ends": "2028-12-31",
        "evidence": ("a.pdf",),
        "note": "x",
    }
    change = FOUND.agreements[0]._replace(entries=(EntryChange("added", {}, stated, ()),))
    *_, line = page(Changes(agreements=(change,)))
    assert line.strip() == "+ 2026-01-01  extended, until 2028-12-31; x; evidence: a.pdf"


def page(found: Changes, wording: Wording = EN, columns: int = 0) -> list[str]:
    return list(pieces.plain(changes_page.changes(found, wording, columns)))


def test_the_page() -> None:
    assert agrees("diff.en.txt", page(FOUND))
    assert agrees("diff.en.40.txt", page(FOUND, columns=40))


def test_the_log() -> None:
    assert agrees("log.en.txt", pieces.plain(changes_page.log(LOG, EN, 0)))


def test_titles_and_statuses_speak_the_language() -> None:
    said = "\n".join(page(FOUND, FR))
    assert "Réunions semestrielles" in said
    assert "faite" in said
    assert "  due" in said  # fields are called as in the file


def test_no_line_is_longer_than_asked() -> None:
    assert all(len(line) <= 40 for line in page(FOUND, columns=40))


def test_where_nothing_changed() -> None:
    assert page(Changes()) == ["nothing changed"]
    assert list(changes_markdown.changes(Changes(), EN)) == ["nothing changed"]
    assert list(pieces.plain(changes_page.log(Log(()), EN, 0))) == ["no commit changed it"]
    assert list(changes_markdown.log(Log(()), EN)) == ["no commit changed it"]


def test_markdown() -> None:
    assert agrees("diff.md", changes_markdown.changes(FOUND, EN))
    assert agrees("log.md", changes_markdown.log(LOG, EN))


def test_json() -> None:
    (text,) = changes_json.changes(FOUND, COMMIT, None, EN)
    found = json.loads(text)
    assert found["before"]["day"] == "2026-01-08"
    assert found["after"] is None
    first = found["obligations"][0]
    assert first["title"] == "Half-yearly meetings"
    assert first["fields"][0] == {"name": "due", "before": "2026-06-30", "after": "2026-07-30", "days": 30}
    assert first["fields"][4] == {"name": "tags", "before": ["a", "b"], "after": [], "days": None}
    assert first["entries"][0] == {"kind": "added", "before": None, "after": DONE, "fields": []}
    assert found["settings"][0]["name"] is None
    assert found["parties"] == []
    (text,) = changes_json.changes(FOUND, COMMIT, OLDER, EN)
    assert json.loads(text)["after"]["day"] is None


def test_a_log_as_json() -> None:
    (text,) = changes_json.log(LOG, EN)
    found = json.loads(text)
    assert [commit["author"] for commit in found["commits"]] == ["Amina Benali"] * 2
    assert found["commits"][0]["changes"]["agreements"][0]["entries"][0]["after"]["ends"] == "2028-12-31"
    assert found["unreadable"][0]["reason"] == "byte 0xff is not UTF-8"
    assert found["ends"]["id"] == OLDER.id
    (text,) = changes_json.log(Log(()), EN)
    assert json.loads(text) == {"commits": [], "unreadable": [], "ends": None}


def test_nothing_of_the_register_or_of_git_acts() -> None:
    for lines in (
        pieces.plain(changes_page.log(LOG, EN, 0)),
        changes_markdown.log(LOG, EN),
        changes_json.log(LOG, EN),
    ):
        text = "\n".join(lines)
        assert "evil" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_french_sets_a_space_before_its_semicolons() -> None:
    shown = "\n".join(pieces.plain(changes_page.changes(FOUND, FR, 0)))
    assert "faite, pour 2025-12-21, privée\u202f; preuve\u00a0: m.pdf" in shown
    assert ";" not in shown.replace("\u202f;", "")
    assert "; evidence: m.pdf" in "\n".join(pieces.plain(changes_page.changes(FOUND, EN, 0)))
