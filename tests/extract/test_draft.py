"""What a person gets to see: TOML for the register, JSON, and what is known already."""

import datetime as dt
import itertools
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tracker.extract import agreement_slug, as_json, as_toml, disappeared, drafts, drafts_of_left_out, extract

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
    keys = "source sha256 language genre parties date dates obligations left_out"
    assert set(value) == set(keys.split())
    assert value["date"] == "2025-06-21"
    assert value["dates"][0] == {"text": "21 juin 2025", "start": 222, "end": 234, "edtf": "2025-06-21"}
    fields = (
        "quote start end kind kinds modality bearers counterparty due due_text recurrence rules confidence"
    )
    assert set(fields.split()) <= set(value["obligations"][0])


def test_names_are_proposed() -> None:
    assert agreement_slug(extract(PLAN.read_text(encoding="utf-8"))) == "oim-oci-2025"
    assert agreement_slug(extract("The Committee shall meet.", language="en")) == "agreement"


@pytest.mark.parametrize(
    ("parties", "slug"),
    [
        (("City of Surabaya", "City of Kitakyushu"), "surabaya-kitakyushu"),
        (("Côte d'Ivoire", "Royaume des Pays-Bas"), "cote-d-ivoire-pays-bas"),
        (("République de Côte d’Ivoire", "Secrétariat de l'Union"), "cote-d-ivoire-union"),
        (("Institute for Advanced Studies on the Deep Sea", "UNICEF"), "institute-for-unicef"),
        (("Government of the Kingdom of the Netherlands",), "netherlands"),
    ],
)
def test_an_agreement_is_named_by_its_parties_in_short(parties: tuple[str, ...], slug: str) -> None:
    found = extract("The Parties shall meet.", language="en", parties=parties)
    assert agreement_slug(found) == slug


def test_one_proposal_can_be_taken_alone() -> None:
    found = extract(MOU, language="en")
    assert next(drafts(found)).table["kind"] == "joint-meeting"


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_seeds_give_valid_drafts(path: Path) -> None:
    found = extract(path.read_text(encoding="utf-8"), source=path.name)
    draft = tomllib.loads(as_toml(found))
    assert sum(len(rows) for rows in draft["obligations"].values()) == len(found.obligations)


HEAD = "Memorandum of Understanding between the Ports Agency (PAG) and the Roads Agency (RAG)\n\nArticle 1\n"
TETE = "Protocole d'accord entre l'Agence des ports (ADP) et l'Agence des routes (ADR)\n\nArticle premier\n"
FORCE = (
    "\n\nArticle 2\nThis Memorandum enters into force on 1 April 2026 and remains in force for three years.\n"
)
VIGUEUR = (
    "\n\nArticle 2\nLe présent protocole entre en vigueur le 1er avril 2026 pour une durée de trois ans.\n"
)


def drafted(text: str, language: str, number: int = 0) -> dict[str, Any]:
    return [draft.table for draft in drafts(extract(text, language=language))][number]


@pytest.mark.parametrize(
    ("sentence", "language", "every", "first"),
    [
        ("RAG shall submit to PAG an annual report by 31 March of each year.", "en", "1 year", "2027-03-31"),
        ("RAG shall submit to PAG every year, by 30 June, a report.", "en", "1 year", "2026-06-30"),
        ("The Parties shall meet every six months, starting on 5 May 2026.", "en", "6 months", "2026-05-05"),
        ("Les Parties se réunissent tous les ans, à compter du 5 mai 2026.", "fr", "1 year", "2026-05-05"),
        ("L'ADR remet un rapport annuel avant le 31 mars de chaque année.", "fr", "1 year", "2027-03-31"),
    ],
)  # fmt: skip
def test_a_rhythm_with_a_stated_day_begins_on_it(
    sentence: str, language: str, every: str, first: str
) -> None:
    text = (HEAD if language == "en" else TETE) + sentence + (FORCE if language == "en" else VIGUEUR)
    table = drafted(text, language)
    assert (table["every"], table["first"]) == (every, dt.date.fromisoformat(first))
    assert "basis" not in table
    proposal = as_json(extract(text, language=language))["obligations"][0]  # type: ignore[index]
    assert (proposal["first"], proposal["due"]) == (first, first if "2026." in sentence else None)


def test_a_day_before_the_entry_into_force_is_stepped_over_and_said() -> None:
    signed = HEAD.replace("\n\n", "\n\nSigned on 3 January 2026.\n\n", 1)
    table = drafted(signed + "The Parties shall meet every three months, from 15 January 2026." + FORCE, "en")
    assert (table["first"], table["basis"]) == (dt.date(2026, 4, 15), "2026-01-15 + 1 × 3 months")


def test_a_rhythm_until_a_day_ends_on_it() -> None:
    table = drafted(HEAD + "The Parties shall meet every year until 30 June 2028." + FORCE, "en")
    assert (table["first"], table["until"]) == (dt.date(2027, 4, 1), dt.date(2028, 6, 30))
    assert table["basis"] == "effective + 1 year"


def test_the_day_of_another_promise_is_only_told() -> None:
    text = HEAD + "PAG shall deliver a plan by 15 May 2026 and reports every quarter." + FORCE
    for draft in drafts(extract(text, language="en")):
        assert draft.table.get("due") == dt.date(2026, 5, 15) or draft.table.get("first") != dt.date(
            2026, 5, 15
        )


TERMS = (
    ("enters into force on 1 April 2026 and remains in force for three years", "2026-04-01", "2029-03-31"),
    ("shall be valid from 1 April 2026 until 31 December 2028", "2026-04-01", "2028-12-31"),
    ("shall enter into force on 1 April 2026", "2026-04-01", None),
    ("shall remain in force until 31 December 2028", None, "2028-12-31"),
)


@pytest.mark.parametrize(("words", "effective", "expires"), TERMS)
def test_the_agreement_has_the_days_that_its_text_states(
    words: str, effective: str | None, expires: str | None
) -> None:
    found = extract(f"{HEAD}PAG shall inform RAG.\n\nArticle 2\nThis Memorandum {words}.\n", language="en")
    draft = tomllib.loads(as_toml(found, "ports"))
    agreement, validity = draft["agreements"]["ports"], [*draft["obligations"]["ports"].values()][-1]
    assert agreement.get("effective") == (effective and dt.date.fromisoformat(effective))
    assert agreement.get("expires") == validity.get("due") == (expires and dt.date.fromisoformat(expires))


@pytest.mark.parametrize(
    ("sentence", "language", "notice"),
    [
        ("Either Party may terminate it by six months' notice.", "en", "6 months"),
        ("Either Party may terminate it by giving at least three months' written notice.", "en", "3 months"),
        ("Either Party may terminate it with prior written notice of ninety (90) days.", "en", "90 days"),
        ("Either Party may terminate it if it notifies the other 60 days in advance.", "en", "60 days"),
        ("Chaque Partie peut le dénoncer moyennant un préavis de six mois.", "fr", "6 months"),
        ("Chaque Partie peut le dénoncer moyennant un préavis écrit de trois mois.", "fr", "3 months"),
        ("Either Party may terminate it at any time.", "en", ""),
    ],
)  # fmt: skip
def test_the_agreement_has_the_notice_that_its_text_states(sentence: str, language: str, notice: str) -> None:
    text = (HEAD if language == "en" else TETE) + sentence + (FORCE if language == "en" else VIGUEUR)
    assert extract(text, language=language).notice == notice


@pytest.mark.parametrize(
    ("words", "renews"),
    [
        ("three years and shall be renewed automatically for successive periods of two years", "2 years"),
        ("three years and shall be tacitly renewed for the same period", "3 years"),
        ("three years and may be renewed by agreement of the Parties", ""),
    ],
)
def test_the_agreement_renews_itself_as_its_text_states(words: str, renews: str) -> None:
    force = f"This Memorandum enters into force on 1 April 2026 for {words}.\n"
    found = extract(f"{HEAD}PAG shall inform RAG.\n\nArticle 2\n{force}", language="en")
    assert (found.expires, found.renews) == ("2029-03-31", renews)


def test_a_notice_without_an_end_is_not_the_registers() -> None:
    text = HEAD + "Either Party may terminate this Memorandum by six months' notice.\n"
    found = extract(text, language="en")
    assert found.notice == "6 months"
    assert "notice" not in tomllib.loads(as_toml(found, "ports"))["agreements"]["ports"]


@pytest.mark.parametrize(
    ("sentence", "language", "rule", "first", "basis"),
    [
        (
            "PAG shall submit a report on the last day of each quarter.",
            "en",
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
            dt.date(2026, 6, 30),
            "last day of each quarter",
        ),
        (
            "The Parties shall meet on the first Monday of each month.",
            "en",
            "FREQ=MONTHLY;BYDAY=1MO",
            dt.date(2026, 4, 6),
            "first Monday of each month",
        ),
        (
            "Les Parties se réunissent le dernier vendredi de chaque mois.",
            "fr",
            "FREQ=MONTHLY;BYDAY=-1FR",
            dt.date(2026, 4, 24),
            "dernier vendredi de chaque mois",
        ),
    ],
)
def test_a_day_by_its_place_in_the_calendar_is_a_rule(
    sentence: str, language: str, rule: str, first: dt.date, basis: str
) -> None:
    text = (HEAD if language == "en" else TETE) + sentence + (FORCE if language == "en" else VIGUEUR)
    table = drafted(text, language)
    assert (table["rrule"], table["first"], table["basis"]) == (rule, first, basis)
    assert "every" not in table


def test_a_renewal_from_a_day_that_is_not_given_is_only_told() -> None:
    text = HEAD + (
        "This Memorandum shall enter into force thirty days after the last notification. It shall remain in "
        "force for three years and shall be automatically extended for successive periods of one year.\n"
    )
    found = list(drafts(extract(text, language="en")))
    assert not [draft.table for draft in found if {"every", "first", "due"} & set(draft.table)]
    assert any("time: renewed for 1 year" in map(str, draft.doubts) for draft in found)


LEFT = """AGREEMENT between the Ports Agency and the University of Norland

The parties agree as follows:

Article 1
The Agency shall send its report by 31 March 2026. The Agency is a legal person under the law of Norland.

Article 2
This Agreement is drawn up in two languages.
"""


def test_what_is_not_proposed_is_told_with_its_reason() -> None:
    found = extract(LEFT)
    assert len(found.obligations) == 1
    assert [(LEFT[left.start : left.end] == left.quote, left.reason) for left in found.left_out] == [
        (True, "no duty seen"),
        (True, "no duty seen"),
    ]
    told = [line for line in as_toml(found).splitlines() if line.startswith("#")]
    assert told[-3:] == [
        "# Sentences from which nothing is proposed (2): does one of them bind somebody?",
        "# (Article 1, no duty seen) The Agency is a legal person under the law of Norland.",
        "# (Article 2, no duty seen) This Agreement is drawn up in two languages.",
    ]


def test_every_sentence_that_binds_is_proposed_or_told() -> None:
    found = extract(MOU)
    spans = sorted(
        [
            *((row.start, row.end) for row in found.obligations),
            *((row.start, row.end) for row in found.left_out),
        ]
    )
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    for sentence in MOU.split("Article 1")[1].split("Done at", maxsplit=1)[0].split(". "):
        place = MOU.index(sentence) + len(sentence) // 2
        assert "Article" in sentence or any(start <= place < end for start, end in spans)


def test_what_the_register_quotes_is_not_told_again() -> None:
    sentence = "The Agency is a legal person under the law of Norland."
    left = extract(LEFT, known_quotes=[sentence]).left_out
    assert [row.clause for row in left] == ["Article 2"]
    assert next(drafts_of_left_out(extract(LEFT))).table["quote"] == sentence


def test_signs_that_a_comment_cannot_hold_are_left_out_of_it() -> None:
    odd = LEFT.replace("a legal person", "a \x1b[31mlegal\x7f \u202eperson")
    assert tomllib.loads(as_toml(extract(odd)))
    assert "(Article 1, no duty seen) The Agency is a [31mlegal person" in as_toml(extract(odd))


def timed(clause: str) -> dict[str, Any]:
    text = f"The Parties agree as follows:\n\nArticle 1\n{clause}\n"
    found = extract(text, language="en", parties=("Alpha", "Beta"), date="2026-01-01")
    return {**next(drafts(found)).table}


@pytest.mark.parametrize(
    ("clause", "times"),
    [
        ("Alpha shall send the report within 30 days after the entry into force of this Agreement.",
         {"within": "30 days", "after": "effective"}),
        ("Alpha shall send it to Beta within\nthirty days after the entry into\n  force of this Agreement.",
         {"within": "30 days", "after": "effective"}),
        ("The Parties shall meet every six\nmonths.",
         {"every": "6 months", "first": dt.date(2026, 7, 1), "basis": "effective + 6 months"}),
        ("Alpha shall publish the results in the second quarter of 2027.", {"due": "2027-Q2"}),
        ("Alpha shall report by 31 March 2027 and by 30 September 2027.",
         {"due": dt.date(2027, 3, 31), "notes": "time: also 30 September 2027"}),
        ("Beta shall pay on 1 February 2027 and 1 August 2027.",
         {"due": dt.date(2027, 2, 1), "notes": "time: also 1 August 2027"}),
        ("The Parties shall meet every six months, the first time in March 2027.",
         {"every": "6 months", "first": dt.date(2027, 3, 31), "basis": "March 2027"}),
        ("Beta shall report every six months until June 2028.",
         {"every": "6 months", "first": dt.date(2026, 7, 1), "basis": "effective + 6 months",
          "until": dt.date(2028, 6, 30)}),
        ("Within 30 days after the entry into force of this Agreement, Alpha shall send its plan.",
         {"within": "30 days", "after": "effective"}),
        ("Beginning on 1 March 2027, Alpha shall pay every month.",
         {"every": "1 month", "first": dt.date(2027, 3, 1)}),
        ("From March 2027, Alpha shall report every month.",
         {"every": "1 month", "first": dt.date(2027, 3, 31), "basis": "March 2027"}),
        ("Effective 1 March 2027, Alpha shall report every month.",
         {"every": "1 month", "first": dt.date(2027, 3, 1)}),
        ("Until 31 December 2028, Alpha shall report every month.",
         {"every": "1 month", "first": dt.date(2026, 2, 1), "basis": "effective + 1 month",
          "until": dt.date(2028, 12, 31)}),
        ("By 31 March 2027, and every year thereafter, Alpha shall report.",
         {"every": "1 year", "first": dt.date(2027, 3, 31)}),
        ("Not before 1 May 2027, Alpha shall pay.", {"notes": "time: Not before 1 May 2027"}),
        ("Every year, the Parties shall meet.",
         {"every": "1 year", "first": dt.date(2027, 1, 1), "basis": "effective + 1 year"}),
        ("Alpha shall answer no later than three months after the receipt of a request.",
         {"notes": "time: no later than three months after the receipt of a request"}),
    ],
)  # fmt: skip
def test_when_a_clause_falls_due(clause: str, times: dict[str, Any]) -> None:
    table = timed(clause)
    keys = ("due", "every", "rrule", "first", "until", "within", "after", "before", "basis", "notes")
    assert {key: table[key] for key in keys if key in table} == times


def test_a_quote_begins_with_the_introduction_that_says_when() -> None:
    clauses = "By 31 March 2027, Alpha shall report, and Beta shall pay. To this end, Beta shall sing."
    text = f"The Parties agree as follows:\n\nArticle 1\n{clauses}\n"
    found = extract(text, language="en", parties=("Alpha", "Beta"))
    assert [(row.quote, row.due) for row in found.obligations] == [
        ("By 31 March 2027, Alpha shall report", "2027-03-31"),
        ("Beta shall pay", "2027-03-31"),
        ("Beta shall sing", ""),
    ]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("University of Norland", "University"),
        ("Norland Bank for Development", "Bank"),
        ("Norland Museum", "Museum"),
        ("International Organization for Ports", "Organization"),
        ("Government of Kenya", "Government"),
    ],
)
def test_a_party_is_known_by_what_it_is(other: str, said: str) -> None:
    text = f"AGREEMENT between the Ports Agency and the {other}\n\nThe Parties have agreed as follows:\n\n"
    text += f"Article 1\nThe {said} shall answer. The Agency shall pay. Both shall meet.\n"
    text += "Article 2\nIt enters into force on signature.\n"
    found = extract(text)
    names = tuple(party.name for party in found.parties)
    assert [row.bearers for row in found.obligations] == [names[1:], names[:1], names, names]


def test_the_functions_of_an_organ_are_its_own() -> None:
    text = (
        "AGREEMENT between Kenya and Ghana\n\nThe Parties have agreed as follows:\n\nArticle 1\n"
        "The functions of the Secretariat shall be:\n(a) to prepare the meetings; and\n(b) to report.\n"
    )
    assert {row.bearers for row in extract(text).obligations} == {("Secretariat",)}


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("No later than 60 days after the entry into force, Alpha shall name a coordinator.", "obligation"),
        ("Not later than 60 days after the entry into force, Alpha shall name a coordinator.", "obligation"),
        ("No later than 31 March of each year, Alpha shall report.", "obligation"),
        ("Neither Party shall publish the text.", "prohibition"),
    ],
)
def test_a_bound_in_time_forbids_nothing(clause: str, modality: str) -> None:
    table = timed(clause)
    assert table["modality"] == modality
    assert table.get("bearers", []) == (["Alpha"] if modality == "obligation" else [])


def test_what_a_doubt_quotes_is_fit_for_a_comment() -> None:
    clause = "Alpha shall inform Beta within \x7f 30 days of a meeting."
    text = f"The Parties agree as follows:\n\nArticle 1\n{clause}\n"
    draft = tomllib.loads(as_toml(extract(text, language="en", parties=("Alpha", "Beta"))))
    assert "30 days" in next(iter(next(iter(draft["obligations"].values())).values()))["notes"]


def test_a_row_is_named_after_what_is_to_be_done() -> None:
    table = timed("Alpha shall print the manual, responsible: Alpha, deadline: 31 May 2027.")
    assert (table["title"], table["due"]) == ("Print the manual", dt.date(2027, 5, 31))
    assert str(table["quote"]).endswith("deadline: 31 May 2027")


@pytest.mark.parametrize(
    ("language", "clause", "called", "name"),
    [
        (
            "en",
            "This Memorandum shall remain in force until 31 May 2027.",
            "The agreement ends: decide what follows",
            "ends-decide-what-follows",
        ),
        (
            "fr",
            "Le présent protocole restera en vigueur jusqu'au 31 mai 2027.",
            "Fin de l'accord : décider de la suite",
            "fin-decider-suite",
        ),
        ("en", "This Memorandum shall remain in force.", "This Memorandum shall remain in force", ""),
    ],
)
def test_an_end_is_called_by_what_it_asks_for(language: str, clause: str, called: str, name: str) -> None:
    opening = {"en": "The Parties agree as follows:", "fr": "Les Parties conviennent de ce qui suit :"}
    text = f"{opening[language]}\n\nArticle 1\n{clause}\n"
    found = tomllib.loads(as_toml(extract(text, language=language, parties=("Alpha", "Beta"))))
    ((key, table),) = next(iter(found["obligations"].values())).items()
    assert table["title"] == called
    assert not name or key == name


@pytest.mark.parametrize(
    ("clause", "notes"),
    [
        ("Provided that Beta agrees, Alpha shall open an account.", "Provided that Beta agrees"),
        ("Upon request, Alpha shall send its charts.", "Upon request"),
        (
            "Within 14 days after receipt of a bill, Alpha shall pay it.",
            "time: Within 14 days after receipt of a bill",
        ),
        ("Within this framework, Alpha shall send its charts.", ""),
        ("Alpha shall send its charts.", ""),
    ],
)
def test_what_limits_a_promise_before_its_quote_is_noted(clause: str, notes: str) -> None:
    table = timed(clause)
    assert table.get("notes", "") == notes


def test_what_limits_a_promise_before_its_quote_is_noted_in_french() -> None:
    text = (
        "Les Parties conviennent de ce qui suit :\n\nArticle 1\nEn cas de tempête, Alpha fermera le port.\n"
    )
    found = tomllib.loads(as_toml(extract(text, language="fr", parties=("Alpha", "Beta"))))
    (table,) = next(iter(found["obligations"].values())).values()
    assert (table["notes"], table["title"]) == ("En cas de tempête", "Fermer le port")


@pytest.mark.parametrize(
    ("clause", "hint"),
    [
        ("Each party shall pay a fee by 31 March 2026.", True),
        ("The parties shall pay a fee by 31 March 2026.", False),
        ("Each meeting shall be held at Norland.", False),
    ],
)
def test_what_each_owes_is_hinted_at(clause: str, hint: bool) -> None:
    text = MOU.replace("The parties shall meet every six months.", clause)
    said = as_toml(extract(text, language="en"), "mou")
    assert ("# each owes it: an entry a party lets you record them apart" in said) == hint
