"""Texts written for the purpose, with the clauses to find marked in them."""

import re
import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest

from tracker.extract import Extraction, ProposedObligation, extract

FOLDER = Path(__file__).parent / "own"
MARK = re.compile(r"\[\[(.*?)\]\]\(([^()]*)\)", re.DOTALL)


class Wanted(NamedTuple):
    """A clause at ``[start, end)``: its accepted kinds, modalities and due dates, its bearers and rhythm."""

    start: int
    end: int
    kinds: list[str]
    modalities: list[str]
    due: list[str]
    bearers: list[list[str]]
    every: str


def marked(name: str) -> tuple[str, list[Wanted]]:
    """Read ``[[clause]](kind|kind; modality; due=…; by=…; every=…)`` out of a text.

    ``by`` gives the bearers with " & " between them and "/" between the names of one.
    """
    raw = (FOLDER / name).read_text(encoding="utf-8")
    pieces, wanted, position = [], [], 0
    for match in MARK.finditer(raw):
        pieces.append(raw[position : match.start()])
        start = sum(map(len, pieces))
        pieces.append(match[1])
        fields = [field.strip() for field in match[2].split(";", 2)]
        rest = fields[2] if len(fields) > 2 else ""
        due = re.search(r"due=([^;]*)", rest)
        bearers = re.search(r"by=([^;]*)", rest)
        every = re.search(r"every=(.*)", rest)
        wanted.append(
            Wanted(
                start,
                start + len(match[1]),
                fields[0].split("|"),
                fields[1].split("|"),
                due[1].strip().split("|") if due else [""],
                [names.split("/") for names in bearers[1].strip().split(" & ")] if bearers else [],
                every[1] if every else "",
            )
        )
        position = match.end()
    return "".join(pieces) + raw[position:], wanted


def paired(found: Extraction, wanted: list[Wanted]) -> list[tuple[ProposedObligation, Wanted]]:
    """Pair each marked clause with the proposal that shares at least half of the shorter one."""
    pairs = []
    free = list(found.obligations)
    for want in wanted:
        for proposal in free:
            shared = min(proposal.end, want.end) - max(proposal.start, want.start)
            if 2 * shared >= min(proposal.end - proposal.start, want.end - want.start):
                pairs.append((proposal, want))
                free.remove(proposal)
                break
    return pairs


def alike(name: str, bearer: str) -> bool:
    """Say whether one of two names is within the other."""
    name, bearer = name.casefold(), bearer.casefold()
    return name in bearer or bearer in name


NAMES = sorted(path.name for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_promised_is_missed(name: str) -> None:
    text, wanted = marked(name)
    found = extract(text)
    pairs = paired(found, wanted)
    missed = [text[want.start : want.end] for want in wanted if want not in [pair[1] for pair in pairs]]
    assert not missed


@pytest.mark.parametrize("name", NAMES)
def test_little_else_is_proposed(name: str) -> None:
    text, wanted = marked(name)
    found = extract(text)
    extra = {proposal.quote for proposal in found.obligations} - {
        pair[0].quote for pair in paired(found, wanted)
    }
    assert len(extra) <= 1, extra


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_is_understood(name: str) -> None:
    text, wanted = marked(name)
    pairs = paired(extract(text), wanted)
    assert [proposal.quote for proposal, want in pairs if proposal.modality not in want.modalities] == []
    assert [proposal.quote for proposal, want in pairs if proposal.due not in want.due] == []
    assert [proposal.quote for proposal, want in pairs if proposal.recurrence != want.every] == []
    wrong = [proposal.quote for proposal, want in pairs if proposal.kind not in want.kinds]
    assert len(wrong) <= max(1, len(pairs) // 10), wrong


@pytest.mark.parametrize("name", NAMES)
def test_who_is_to_do_it_is_told(name: str) -> None:
    text, wanted = marked(name)
    wrong = [
        (proposal.quote, proposal.bearers, names)
        for proposal, want in paired(extract(text), wanted)
        for names in want.bearers
        if not any(alike(name, bearer) for name in names for bearer in proposal.bearers)
    ]
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_language_and_genre_are_told(name: str) -> None:
    text, _ = marked(name)
    found = extract(text)
    assert found.language == name[:2]
    assert found.genre == ("press" if "press" in name else "agreement")


def promised(text: str) -> list[tuple[object, ...]]:
    """Say what a text promises, whatever broke its lines."""
    found = extract(text)
    days = [day.edtf for day in found.dates]
    names = [party.name for party in found.parties]
    return [
        (found.genre, found.date, found.effective, found.expires, names, days),
        *(
            (
                " ".join(row.quote.split()),
                row.kind,
                row.modality,
                row.bearers,
                row.due,
                row.recurrence,
                row.within,
            )
            for row in found.obligations
        ),
    ]


def wrapped(text: str, width: int, indent: str) -> str:
    """Break the lines of a text as the width of a page does."""
    lines = (
        textwrap.fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )
    return "\n".join(lines)


PARAGRAPHS = [
    path.name
    for path in sorted(FOLDER.glob("*.txt"))
    if any(len(line) > 140 for line in marked(path.name)[0].split("\n"))
]


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_the_width_of_a_page_changes_nothing(name: str) -> None:
    text, _ = marked(name)
    whole = promised(text)
    for width, indent in ((72, ""), (66, "  "), (90, "")):
        assert promised(wrapped(text, width, indent)) == whole
    assert promised(text.replace("\n", "\r\n")) == whole
