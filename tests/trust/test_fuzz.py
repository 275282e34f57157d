"""Noise for what reads: the register, dates, documents and merges. No traceback, and bounded time.

The noise is built of the words in corpus.toml, beside what Hypothesis makes; inputs that found
something stand there and are tried each time.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.register.text.messy import Messy, messy
from tests.trust.programs import ROOT, size
from tracker.core.dates import parse_period
from tracker.core.durations import parse_duration
from tracker.core.errors import RegisterError, TrackerError
from tracker.core.phrases import parse_day, parse_typed_period
from tracker.extract.engine import extract
from tracker.register.merge.texts import merge
from tracker.register.read import read_texts

TODAY = date(2026, 11, 21)
REGISTER = (ROOT / "commitments.toml").read_text(encoding="utf-8")
CORPUS = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8"))
SECONDS_PER_100_KB = 1.0
LENIENCE = 3 if sys.gettrace() is None else 12
"""Times as long, for machines that are slow or busy; more where coverage follows each line."""
_MOST = size(40, 5_000)
ROUNDS = settings(max_examples=_MOST, deadline=None, suppress_health_check=list(HealthCheck))
FEWER = settings(ROUNDS, max_examples=max(_MOST // 4, 10))

WORDS = st.sampled_from(CORPUS["register"])
LINES = st.sampled_from(REGISTER.splitlines(keepends=True))
NOISE = st.lists(st.one_of(WORDS, LINES, st.text(max_size=5)), max_size=60).map("".join)
PHRASES = st.lists(st.sampled_from(CORPUS["typed"]), max_size=6).map(" ".join)
TYPED = st.one_of(st.text(max_size=20), PHRASES, st.from_regex(r"[0-9X?%~/.\-]{1,12}"))
DOCUMENT = st.one_of(st.sampled_from(CORPUS["document"]), st.text(max_size=8))
DOCUMENTS = st.lists(DOCUMENT, max_size=80).map("".join)


def _bounded(run: Callable[[], object], length: int) -> None:
    """Run, and check that it takes no more than a second for 100 kB, and a little for a few bytes."""
    began = time.process_time()
    run()
    took = time.process_time() - began
    assert took < 1 + LENIENCE * SECONDS_PER_100_KB * length / 100_000, f"{took:.1f} s for {length} bytes"


def _encoded(text: str) -> str:
    """Replace what no file in UTF-8 can hold."""
    return text.encode(errors="replace").decode()


def _read(text: str) -> None:
    reading = read_texts({"commitments.toml": text})
    assert reading.register is not None or any(problem.is_error for problem in reading.problems)
    with suppress(RegisterError):
        reading.required()


@ROUNDS
@given(NOISE)
def test_the_reader(text: str) -> None:
    text = _encoded(text)
    _bounded(lambda: _read(text), len(text))


@pytest.mark.parametrize("text", CORPUS["found"]["register"])
def test_the_reader_on_what_was_found(text: str) -> None:
    _read(text)


@FEWER
@given(st.integers(0, len(REGISTER)), st.integers(0, 30), st.one_of(WORDS, st.text(max_size=3)))
def test_the_reader_on_a_register_with_a_slip(at: int, gone: int, put: str) -> None:
    text = REGISTER[:at] + _encoded(put) + REGISTER[at + gone :]
    _bounded(lambda: _read(text), len(text))


def _date(typed: str) -> None:
    with suppress(TrackerError):
        parse_day(typed, TODAY)
    with suppress(TrackerError):
        parse_typed_period(typed, TODAY)
    with suppress(TrackerError):
        parse_period(typed)
    with suppress(TrackerError):
        parse_duration(typed)


@ROUNDS
@given(TYPED)
def test_dates(typed: str) -> None:
    _bounded(lambda: _date(typed), len(typed))


LONG = {
    "digits": "9" * 100_000,
    "signs": "- " * 50_000,
    "slashes": "/" * 100_000,
    "words": "in " * 30_000,
    "blanks": " " * 100_000 + "x",
}


@pytest.mark.parametrize("typed", [*CORPUS["found"]["typed"], *LONG])
def test_dates_on_what_was_found(typed: str) -> None:
    text = LONG.get(typed, typed)
    _bounded(lambda: _date(text), len(text))


def _extracted(text: str) -> None:
    try:
        extract(text)
    except TrackerError:  # a language that can't be told
        extract(text, language="en")
        extract(text, language="fr")


@FEWER
@given(DOCUMENTS)
def test_extract(text: str) -> None:
    _bounded(lambda: _extracted(text), len(text))


@pytest.mark.parametrize("piece", CORPUS["repeated"])
def test_extract_on_the_same_again_and_again(piece: str) -> None:
    length = size(20_000, 100_000)
    text = (piece * length)[:length]
    for language in ("en", "fr"):
        began = time.process_time()
        extract(text, language=language)
        took = time.process_time() - began
        print(f"{piece!r} {language}: {took:.2f} s for {length} bytes")  # noqa: T201 - the figures
        assert took < 1 + LENIENCE * SECONDS_PER_100_KB * length / 100_000


@FEWER
@given(NOISE, NOISE, NOISE)
def test_merges_of_noise(base: str, ours: str, theirs: str) -> None:
    _bounded(lambda: merge(base, ours, theirs), len(base + ours + theirs))


@FEWER
@given(messy(), messy(), messy())
def test_merges_of_registers(base: Messy, ours: Messy, theirs: Messy) -> None:
    texts = (base.text, ours.text, theirs.text)
    _bounded(lambda: merge(*texts), sum(map(len, texts)))
