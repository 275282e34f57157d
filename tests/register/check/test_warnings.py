"""What `check` finds in a register without errors."""

from datetime import date
from pathlib import Path

import pytest

from tracker.register.check.codes import CODES
from tracker.register.check.warnings import check
from tracker.register.read import read_register, read_texts

TODAY = date(2026, 11, 21)
SOURCE = "The parties shall meet twice a year.\nBoth report by 30 June 2026.\nBoth report again.\n"
HEAD = """\
[agreements.plan]
title = "Plan"
parties = ["OIM", "OCI"]
date = 2025-06-21
expires = 2027-12-31
source = "plan.txt"
[people.desk]
[obligations.plan.a]
title = "t"
"""
QUOTE = 'quote = "The parties shall meet"\n'
RULE = 'rrule = "FREQ=YEARLY"\nfirst = 2026-06-30\nbasis = "b"\n'
EXTENDED = "[[agreements.plan.log]]\non = 2026-01-01\nstatus = 'extended'\nends = 2030-12-31\n"
PROVE = 'W512 done needs evidence; add evidence = "…", the document that proves it, or type: tracker note'
YEARLY = 'every = "1 year"\nfirst = 2026-06-30\nbasis = "b"\n'


def found(folder: Path, text: str, *, notes: bool = False) -> list[str]:
    (folder / "plan.txt").write_text(SOURCE)
    path = folder / "r.toml"
    path.write_text(text)
    problems = check(read_register(path), TODAY, notes=notes)
    assert all(problem.code in CODES and not problem.is_error for problem in problems)
    return [str(problem).removeprefix(f"{folder}/r.toml:") for problem in problems]


CLEAN = [
    QUOTE,
    QUOTE + YEARLY,
    'quote = "Both report"\nclause = "Art. 2"\n',
    'quote = "by 30 June 2026"\ndue = 2026-06-30\n',
    QUOTE + 'owner = "desk"\nlog = [{ on = 2026-01-01, status = "done", evidence = "x" }]\n',
    QUOTE + 'log = [{ on = 2026-01-01, status = "done" }, { on = 2026-02-01, evidence = "x" }]\n',
    QUOTE
    + YEARLY
    + 'log = [{ on = 2026-07-01, for = 2026-06-30, status = "done" }, '
    + '{ on = 2026-07-02, for = 2026-06-30, evidence = "x" }]\n',
    QUOTE
    + YEARLY
    + 'log = [{ on = 2026-01-01, status = "cancelled" }, { on = 2026-01-01, status = "open" }]\n',
    QUOTE + YEARLY + 'log = [{ on = 2026-01-01, note = "x" }, { on = 2026-06-30, for = 2027-06-30 }]\n',
    QUOTE + RULE + "log = [{ on = 2026-01-01, for = 2027-06-30 }]\n",
    QUOTE + 'within = "1 day"\nafter = "effective"\nlog = [{ on = 2026-01-01, for = 2025-06-22 }]\n',
    QUOTE + 'due = 2026-06-30\nbasis = "b"\nlog = [{ on = 2026-01-01, for = 2026-06-30 }]\n',
    QUOTE
    + 'bearers = ["Maroc"]\n[parties.both]\nmembers = ["OIM", "OCI"]\n[parties.OIM]\nmembers = ["Maroc"]\n',
    QUOTE + 'bearers = ["both"]\n[parties.both]\nmembers = ["OIM", "OCI"]\n',
    QUOTE + 'log = [{ on = 2026-01-01, dispute = "OIM" }, { on = 2026-01-02, dispute = "settled" }]\n',
    QUOTE + 'due = 2028-06-30\nbasis = "b"\n' + EXTENDED,
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_in_order(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, HEAD + text) == []


SAID = [
    ("", "8:1: W503 there is no quote; copy the words of the source that promise it"),
    (
        'quote = "The parties shall meet once"',
        (
            "10:1: W504 the quote is not in plan.txt, which agrees as far as “The parties shall meet”; "
            "copy it again to the letter"
        ),
    ),
    (
        'quote = "Nothing"',
        "10:1: W504 the quote is not in plan.txt; copy it again to the letter, or name the right source",
    ),
    (
        'quote = "Both report"',
        "10:1: W505 the quote stands 2 times in plan.txt (lines 2, 3); quote more of it, or name the clause",
    ),
    (
        QUOTE + "due = 2026-06-30",
        '11:1: W508 the quote does not say 2026-06-30; add basis = "…" to say how it was reckoned',
    ),
    (
        QUOTE + 'every = "1 year"\nfirst = 2026-06-30',
        '12:1: W508 the quote does not say 2026-06-30; add basis = "…" to say how it was reckoned',
    ),
    (
        QUOTE + 'basis = "b"\ndue = "2024"',
        "12:1: W509 due 2024-12-31 is before plan begins, 2025-06-21",
    ),
    (
        QUOTE + YEARLY + "until = 2028-01-01",
        "14:1: W509 until 2028-01-01 is after the last day of plan, 2027-12-31",
    ),
    (
        QUOTE + "log = [{ on = 2025-06-20 }]",
        "11:10: W509 the entry of 2025-06-20 is before plan begins, 2025-06-21",
    ),
    (
        QUOTE + "log = [{ on = 2026-11-22 }]",
        "11:10: W510 on 2026-11-22 is in the future; a log holds what has happened",
    ),
    (
        QUOTE + "log = [{ on = 2026-11-21, recorded = 2027-01-01 }]",
        "11:27: W510 recorded 2027-01-01 is in the future; a log holds what has happened",
    ),
    (
        QUOTE + '[[agreements.plan.log]]\non = 2027-01-01\nstatus = "suspended"',
        "12:1: W510 on 2027-01-01 is in the future; a log holds what has happened",
    ),
    (
        QUOTE + 'log = [{ on = 2026-01-01, status = "done", evidence = [] }]',
        f'11:27: {PROVE} plan.a "…" --evidence FILE',
    ),
    (
        QUOTE + YEARLY + 'log = [{ on = 2026-07-01, for = 2026-06-30, status = "done" }, '
        '{ on = 2026-07-02, for = 2027-06-30, evidence = "x" }]',
        f'14:45: {PROVE} plan.a "…" --for 2026-06-30 --evidence FILE',
    ),
    (
        QUOTE + YEARLY + "log = [{ on = 2026-01-01, for = 2026-06-29 }]",
        "14:27: W513 nothing falls due on 2026-06-29; tracker show plan.a gives the dates",
    ),
    (
        QUOTE + RULE + "log = [{ on = 2026-01-01, for = 2027-06-29 }]",
        "14:27: W513 nothing falls due on 2027-06-29; tracker show plan.a gives the dates",
    ),
    (
        QUOTE + 'every = "7 days"\nfirst = 2026-06-30\nbasis = "b"\nuntil = 2026-08-01\n'
        "log = [{ on = 2026-01-01, for = 2026-07-07 }, { on = 2026-01-01, for = 2026-08-04 }]",
        "15:66: W513 nothing falls due on 2026-08-04; tracker show plan.a gives the dates",
    ),
    (
        QUOTE + "log = [{ on = 2026-01-01, for = 2026-06-29 }]",
        "11:27: W513 for names a date, and this obligation has none; delete it",
    ),
    (
        QUOTE + YEARLY + 'log = [{ on = 2026-01-01, status = "open" }]',
        "14:27: W514 the obligation recurs; add for = …, the date that this entry is about",
    ),
    (
        QUOTE
        + YEARLY
        + 'log = [{ on = 2026-01-01, for = 2026-06-30, status = "postponed", due = 2026-06-29 }]',
        "14:67: W515 due 2026-06-29 is before 2026-06-30, the date that it had; postponed moves a date later",
    ),
    (
        QUOTE + 'basis = "b"\ndue = 2026-06-30\nlog = [\n'
        '{ on = 2026-01-01, status = "postponed", due = 2026-09-30 },\n'
        '{ on = 2026-01-01, for = 2026-06-30, status = "postponed", due = 2026-08-31 }]',
        "15:60: W515 due 2026-08-31 is before 2026-09-30, the date that it had; postponed moves a date later",
    ),
    (QUOTE + 'owner = "desc"', "11:1: W516 nobody is called 'desc'; did you mean desk?"),
    (
        QUOTE + 'log = [{ on = 2026-01-01, owner = "Amina" }]',
        "11:27: W516 nobody is called 'Amina'; add [people.NAME] for the post",
    ),
    (
        QUOTE + '[agreements.b]\ntitle = "t"\nparties = ["X"]\ndate = 2025-01-01\nowner = "zzz"',
        "15:1: W516 nobody is called 'zzz'; add [people.NAME] for the post",
    ),
    (QUOTE + 'bearers = ["OSCE"]', "11:1: W517 'OSCE' is not a party of plan, which has OIM, OCI"),
    (QUOTE + 'counterparties = ["OSCE"]', "11:1: W517 'OSCE' is not a party of plan, which has OIM, OCI"),
    (
        QUOTE + 'log = [{ on = 2026-01-01, dispute = "OSCE" }]',
        "11:27: W517 'OSCE' is not a party of plan, which has OIM, OCI",
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[said[:60] for _, said in SAID])
def test_each_finding_has_its_line(tmp_path: Path, text: str, said: str) -> None:
    assert found(tmp_path, HEAD + text + "\n") == [said]


def test_a_missing_source_is_told_once(tmp_path: Path) -> None:
    text = HEAD.replace("plan.txt", "none.txt") + QUOTE + '[obligations.plan.b]\ntitle = "t"\n' + QUOTE
    assert found(tmp_path, text) == [
        f"6:1: W506 quotes can't be looked for: there is no file {tmp_path}/none.txt"
    ]


def test_an_agreement_without_a_source(tmp_path: Path) -> None:
    text = HEAD.replace('source = "plan.txt"', "") + QUOTE
    assert found(tmp_path, text) == [
        (
            "10:1: W506 the quote can't be looked for: the agreement has no source; "
            "add source = … to [agreements.plan]"
        )
    ]


def test_sources_are_the_accepted_ones(tmp_path: Path) -> None:
    text = HEAD + QUOTE + '[agreements.plan.sources.copy]\nfile = "plan.txt"\nsha256 = "{}"\n'
    digest = "13fc3be8a3cb72f4a1da4e2c0b5e8a5c1e3d0a0b0c0d0e0f0a0b0c0d0e0f0a0b"
    (line,) = found(tmp_path, text.replace("{}", digest))
    assert line.startswith(
        "13:1: W507 plan.txt is not the document that was accepted; look at what changed, then "
    )
    assert found(tmp_path, text.replace("{}", line[-64:])) == []


def test_what_was_not_looked_for_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    text = HEAD.replace("plan.txt", "plan.pdf") + QUOTE
    assert found(tmp_path, text) == []
    assert found(tmp_path, text, notes=True) == [
        "10:1: I601 the quote was not looked for: plan.pdf is not a text"
    ]
    text = HEAD.replace('source = "plan.txt"', 'sources.web.url = "https://x.org"') + QUOTE
    assert found(tmp_path, text, notes=True) == [
        "10:1: I601 the quote was not looked for: its source is a link; keep a copy as file"
    ]
    reading = read_register(tmp_path / "r.toml")
    assert check(reading, TODAY, text_of=lambda path: path.name, notes=True) != ()


def test_a_register_with_errors_gets_those_alone() -> None:
    reading = read_texts({"r.toml": "x = 1\n"})
    assert check(reading, TODAY) == reading.problems


def test_the_real_register_is_in_order() -> None:
    path = Path(__file__).parents[3] / "commitments.toml"
    assert check(read_register(path), date(2026, 11, 21), notes=True) == ()


def test_what_is_closed_is_not_closed_in_another_way(tmp_path: Path) -> None:
    done, waived = (
        '{ on = 2026-01-01, status = "done", evidence = "x" }',
        '{ on = 2026-02-01, status = "waived" }',
    )
    reopened = '{ on = 2026-01-20, status = "open" }'
    said = (
        "W520 waived takes back the done of an earlier entry; delete the wrong one of the two, "
        "or reopen with open in between"
    )
    assert [one.partition(" ")[2] for one in found(tmp_path, HEAD + QUOTE + f"log = [{done}, {waived}]")] == [
        said
    ]
    assert found(tmp_path, HEAD + QUOTE + f"log = [{done}, {reopened}, {waived}]") == []
    of_dates = [
        entry.replace("status", f"for = {day}, status")
        for entry, day in ((done, "2026-06-30"), (waived, "2027-06-30"))
    ]
    assert found(tmp_path, HEAD + QUOTE + YEARLY + f"log = [{', '.join(of_dates)}]") == []


def test_the_end_of_what_has_none_is_not_waited_for(tmp_path: Path) -> None:
    rule = QUOTE + 'within = "1 month"\nbefore = "expires"\n'
    endless = HEAD.replace("expires = 2027-12-31\n", "")
    assert found(tmp_path, HEAD + rule) == []
    assert found(tmp_path, endless + rule) == [
        "11:1: W519 plan states no end to be before; add expires to it, or another time here"
    ]
    assert found(tmp_path, endless + rule + EXTENDED) == []


def test_names_that_are_taken_for_others(tmp_path: Path) -> None:
    assert found(tmp_path, HEAD + QUOTE + '[parties.plan]\nname = "Plan"\n') == [
        "1:1: W518 plan is a party too; tracker status plan means the agreement alone: give it another id"
    ]
    text = HEAD.replace('"OCI"', '"OCIX"') + QUOTE + '[parties.OCI]\nname = "Cooperation"\n'
    assert found(tmp_path, text) == []
    assert [one for one in found(tmp_path, text, notes=True) if "I603" in one] == [
        "3:1: I603 'OCIX' has no [parties] table; is it OCI, or another?"
    ]


TABLE = '[parties.OCI]\nname = "Cooperation"\n'


def test_a_party_that_the_agreement_misspells_is_told_there_alone(tmp_path: Path) -> None:
    head = HEAD.replace('"OCI"', '"OCl"')
    owed = 'bearers = ["OCI"]\ncounterparties = ["OIM"]\nlog = [{ on = 2026-01-01, dispute = "OCI" }]\n'
    second = '[obligations.plan.b]\ntitle = "t"\nbearers = ["OIM", "OCI"]\n' + QUOTE
    said = "'OCl' has no [parties] table, and what is promised here names OCI; did you mean OCI?"
    for notes in (False, True):
        assert found(tmp_path, head + QUOTE + owed + second + TABLE, notes=notes) == [f"3:19: W517 {said}"]


@pytest.mark.parametrize("name", ["OCIX", "OC", "CI", "OBI"])
def test_a_letter_more_less_or_other_is_a_misspelling(tmp_path: Path, name: str) -> None:
    text = HEAD.replace('"OCI"', f'"{name}"') + QUOTE + 'bearers = ["OCI"]\n' + TABLE
    assert [one[:10] for one in found(tmp_path, text)] == ["3:19: W517"]


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (HEAD.replace('"OCI"', '"Kenya"'), TABLE),
        (HEAD.replace('"OCI"', '"OCl"'), ""),
        (HEAD.replace('"OCI"', '"OCl"'), TABLE + '[parties.OCl]\nname = "Other"\n'),
        (
            HEAD.replace('"OCI"', '"OCl"'),
            f'{TABLE}[obligations.plan.b]\ntitle = "t"\nbearers = ["OCl"]\n{QUOTE}',
        ),
    ],
)
def test_a_party_that_is_another_is_told_where_it_owes(tmp_path: Path, head: str, more: str) -> None:
    (one,) = found(tmp_path, head + QUOTE + 'bearers = ["OCI"]\n' + more)
    assert one.startswith("11:1: W517 'OCI' is not a party of plan")


def test_a_body_that_the_text_names_is_no_slip(tmp_path: Path) -> None:
    owed = 'bearers = ["joint committee"]\n'
    second = f'[obligations.plan.b]\ntitle = "t"\n{owed}quote = "shall report"\n'
    lines = found(tmp_path, HEAD + 'quote = "The Joint Committee shall meet"\n' + owed + second)
    assert not [line for line in lines if "W517" in line]


def test_who_is_no_party_is_told_once(tmp_path: Path) -> None:
    owed = 'bearers = ["OSCE"]\n'
    second = f'[obligations.plan.b]\ntitle = "t"\n{owed}{QUOTE}'
    lines = found(tmp_path, HEAD + QUOTE + owed + second)
    assert [line[:10] for line in lines if "W517" in line] == ["11:1: W517"]


def test_a_part_of_a_word_that_the_text_has_names_no_body(tmp_path: Path) -> None:
    owed = 'quote = "The Committees shall meet"\nbearers = ["Committee"]\n'
    lines = found(tmp_path, HEAD + owed)
    assert [line[:10] for line in lines if "W517" in line] == ["11:1: W517"]
