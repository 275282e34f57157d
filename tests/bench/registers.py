"""Registers of any size to measure with: seeded, so that a size is the same register each time.

One in five obligations recurs, half of those with ten dates past; half of all have entries; twenty
belong to an agreement; titles have 60 characters and quotes 150. Written as it is made, so that
the process that measures stays small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

SEED: Final = 20261121
AN_AGREEMENT: Final = 20
"""Obligations of one agreement."""
SEARCHED: Final = "liaison harvest"
"""Words that one obligation in three has."""

_TITLE, _QUOTE = 60, 150
_PAST: Final = 10
_WORDS: Final = tuple(
    """joint meeting report annual review exchange of information programme observer mission training
    regional climate health trade culture education youth liaison harvest statistics protocol working
    group council secretariat réunion semestrielle évaluation coopération mécanisme suivi échange""".split()  # noqa: SIM905
)
_PARTIES: Final = tuple(f"P{number:02}" for number in range(40))
_KINDS: Final = ("joint-meeting", "information-exchange", "review-cycle", "reporting", "consultation")
_MODALITIES: Final = (*["obligation"] * 7, "best-effort", "intent", "permission")
_HEAD: Final = """[settings]
title = "Partnerships desk"
timezone = "Africa/Casablanca"
us = ["P00"]

"""


class Promise(NamedTuple):
    """An obligation of a register to measure with, as other programs can take it too.

    `due` is the date it is due on (of what recurs, the first), None for what continues; `done` the
    day on which it was closed.
    """

    number: int
    agreement: str
    name: str
    title: str
    quote: str
    kind: str
    modality: str
    bearer: str
    due: date | None
    recurs: bool
    times: int
    entries: int
    done: date | None

    @property
    def ref(self) -> str:
        """The name to type."""
        return f"{self.agreement}.{self.name}"


def promises(count: int, day: date) -> Iterator[Promise]:
    """Make up promises that stand around a day."""
    for number in range(count):
        chance = Random(SEED * 1_000_003 + number)  # noqa: S311 - nothing here is secret
        recurs = number % 5 == 4
        past = number % 10 == 4
        entries = chance.choice((1, 1, 2, 3)) if number % 2 else 0
        due: date | None = day + timedelta(chance.randrange(-700, 900))
        if recurs:
            due = day - timedelta(182 * _PAST + chance.randrange(1, 170)) if past else due
            entries = (_PAST if past else 1) if chance.random() < 0.5 else 0
        elif chance.random() < 0.2:
            due = None
        done = None
        if entries and due and not recurs and due < day:
            done = min(due + timedelta(chance.randrange(-20, 20)), day)
        yield Promise(
            number,
            f"a{number // AN_AGREEMENT:06}",
            f"o{number:07}-{chance.choice(_KINDS)}",
            _words(chance, _TITLE),
            _words(chance, _QUOTE),
            chance.choice(_KINDS),
            chance.choice(_MODALITIES),
            chance.choice(_PARTIES),
            due,
            recurs,
            _PAST if past else 0,
            entries,
            done,
        )


def write(folder: Path, count: int, day: date, *, apart: bool) -> Path:
    """Write a register of `count` obligations, in one file or with a file for each agreement `apart`."""
    folder.mkdir(parents=True, exist_ok=True)
    main = folder / "commitments.toml"
    with main.open("w", encoding="utf-8") as file:
        if apart:
            file.write('include = ["agreements/*.toml"]\n\n')
            folder.joinpath("agreements").mkdir(exist_ok=True)
        file.write(_HEAD)
        for party in _PARTIES:
            file.write(f'[parties.{party}]\nname = {{ en = "Party {party}", fr = "Partie {party}" }}\n\n')
        if not apart:
            _each(promises(count, day), day, lambda _, text: file.write(text))
    if apart:
        place = folder / "agreements"

        def append(agreement: str, text: str) -> None:
            with place.joinpath(f"{agreement}.toml").open("a", encoding="utf-8") as own:
                own.write(text)

        _each(promises(count, day), day, append)
    return main


def _each(made: Iterator[Promise], day: date, out: Callable[[str, str], object]) -> None:
    """Hand out the text of each agreement with its obligations."""
    agreement, pieces = "", [""]
    for promise in made:
        if promise.agreement != agreement:
            if agreement:
                out(agreement, "".join(pieces))
            agreement, pieces = promise.agreement, [_agreement(promise, day)]
        pieces.append(obligation(promise, day))
    if agreement:
        out(agreement, "".join(pieces))


def _agreement(promise: Promise, day: date) -> str:
    chance = Random(promise.number)  # noqa: S311 - nothing here is secret
    one, other = chance.sample(_PARTIES, 2)
    signed = day - timedelta(2200 + chance.randrange(300))
    expires = day + timedelta(chance.randrange(-30, 2000))
    return (
        f'[agreements.{promise.agreement}]\ntitle = "{_words(chance, _TITLE)}"\nkind = "action-plan"\n'
        f'parties = ["{one}", "{other}"]\ndate = {signed}\nexpires = {expires}\n\n'
    )


def obligation(promise: Promise, day: date) -> str:
    """Write an obligation as the register has it."""
    lines = [
        f"[obligations.{promise.ref}]",
        f'title = "{promise.title}"',
        f'kind = "{promise.kind}"',
        f'modality = "{promise.modality}"',
        f'bearers = ["{promise.bearer}"]',
    ]
    if promise.due and promise.recurs:
        lines += ['every = "26 weeks"', f"first = {promise.due}"]
    elif promise.due:
        lines.append(f"due = {promise.due}")
    lines.append(f'quote = "{promise.quote}"')
    if promise.entries:
        lines += ["log = [", *(f"  {entry}," for entry in _entries(promise, day)), "]"]
    return "\n".join([*lines, "", ""])


def _entries(promise: Promise, day: date) -> Iterator[str]:
    if promise.recurs and promise.times and promise.due:
        for time in range(promise.entries):
            scheduled = promise.due + timedelta(182 * time)
            proof = f'evidence = "minutes/{time}.pdf"'
            yield f'{{ on = {scheduled}, for = {scheduled}, status = "done", {proof} }}'
        return
    for time in range(promise.entries - (promise.done is not None)):
        on = min(day, promise.done or day) - timedelta(90 * (promise.entries - time))
        yield f'{{ on = {on}, status = "in-progress", note = "Draft {time} sent" }}'
    if promise.done:
        yield f'{{ on = {promise.done}, status = "done", evidence = "minutes/{promise.number}.pdf" }}'


def _words(chance: Random, length: int) -> str:
    text = " ".join(chance.choices(_WORDS, k=length // 4))
    return text[: length - 1].ljust(length - 1, "x") + "."
