"""What a person gets to see: TOML for the register, JSON, and what is known already."""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tracker.extract import agreement_slug, as_json, as_toml, disappeared, drafts, extract

SEEDS = Path(__file__).parents[2] / "seeds"
PLAN = SEEDS / "002_ed66366ef03e6283.txt"
MOU = """Memorandum of Understanding between the Ports Agency (PAG) and the University of Norland

The parties have agreed as follows:

Article 1
The parties shall meet every six months. PAG shall inform the University
within 30 days of the entry into force of this MOU.

Article 2
The University shall submit a report to PAG by 31 March 2026. The University shall submit a report to PAG.
The parties shall settle accounts at least two months
before the expiry of this MOU. Experts may be consulted at any time.

Article 3
This MOU shall enter into force on the date of its signature and shall remain in force for two years.

Done at Norland on 1 May 2025.
"""


def register(text: str, agreement_id: str) -> dict[str, Any]:
    return tomllib.loads(as_toml(extract(text, language="en"), agreement_id))


def test_the_draft_is_an_agreement_with_its_obligations() -> None:
    draft = register(MOU, agreement_id="ports")
    assert draft["parties"]["PAG"] == {"name": "Ports Agency"}
    agreement = draft["agreements"]["ports"]
    assert agreement["kind"] == "mou"
    assert agreement["parties"] == ["PAG", "University of Norland"]
    assert (agreement["date"], agreement["effective"], agreement["expires"]) == (
        dt.date(2025, 5, 1),
        dt.date(2025, 5, 1),
        dt.date(2027, 4, 30),
    )
    obligations = draft["obligations"]["ports"]
    meet = obligations["meet-every-six-months"]
    assert meet["every"] == "6 months"
    assert meet["first"] == dt.date(2025, 11, 1)
    assert meet["until"] == dt.date(2027, 4, 30)
    assert meet["basis"] == "effective + 6 months"
    inform = next(row for row in obligations.values() if "inform" in str(row["quote"]))
    assert (inform["within"], inform["after"]) == ("30 days", "effective")
    assert inform["bearers"] == ["PAG"]
    settle = next(row for row in obligations.values() if "settle" in str(row["quote"]))
    assert (settle["within"], settle["before"]) == ("2 months", "expires")
    reports = [row for row in obligations.values() if "report" in str(row["quote"])]
    assert reports[0]["due"] == dt.date(2026, 3, 31)
    assert reports[0]["clause"] == "Article 2"
    assert len(obligations) == len(set(obligations)) == 7


def test_what_is_unsure_is_a_comment() -> None:
    text = as_toml(extract(PLAN.read_text(encoding="utf-8")))
    assert "# kind: review-cycle or" in text
    mou = as_toml(
        extract(
            "The Committee shall review the programme every year.\nThe Committee shall meet.\n", language="en"
        )
    )
    assert "# time: every 1 year, from a day that the text does not give" in mou


def test_a_quote_that_the_register_has_is_not_proposed_again() -> None:
    first = extract(MOU, language="en")
    again = extract(MOU, language="en", known_quotes=[first.obligations[0].quote.replace(" ", "\n "), ""])
    assert [proposal.known for proposal in again.obligations[:2]] == [True, False]
    assert "# 1 more are in the register already." in as_toml(again)
    assert "every-six-months" not in as_toml(again)


def test_what_the_document_no_longer_says_is_listed() -> None:
    kept = ("a.meet", "The parties  shall meet every six\nmonths")
    gone = ("a.pay", "The parties shall pay")
    assert disappeared(MOU, [kept, gone]) == [gone]


def test_json_has_the_promised_shape() -> None:
    found = extract(PLAN.read_text(encoding="utf-8"), source="seeds/plan.txt")
    value = json.loads(json.dumps(as_json(found)))
    assert set(value) == {"source", "sha256", "language", "genre", "parties", "date", "dates", "obligations"}
    assert value["date"] == "2025-06-21"
    assert value["dates"][0] == {"text": "21 juin 2025", "start": 222, "end": 234, "edtf": "2025-06-21"}
    fields = (
        "quote start end kind kinds modality bearers counterparty due due_text recurrence rules confidence"
    )
    assert set(fields.split()) <= set(value["obligations"][0])


def test_names_are_proposed() -> None:
    assert agreement_slug(extract(PLAN.read_text(encoding="utf-8"))) == "oim-oci-2025"
    assert agreement_slug(extract("The Committee shall meet.", language="en")) == "agreement"


def test_one_proposal_can_be_taken_alone() -> None:
    found = extract(MOU, language="en")
    assert next(drafts(found)).table["kind"] == "joint-meeting"


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_seeds_give_valid_drafts(path: Path) -> None:
    found = extract(path.read_text(encoding="utf-8"), source=path.name)
    draft = tomllib.loads(as_toml(found))
    assert sum(len(rows) for rows in draft["obligations"].values()) == len(found.obligations)
