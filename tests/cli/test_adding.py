"""`tracker add` and `tracker add-agreement`: help says what can be typed."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tracker.core import vocabulary
from tracker.register.format.fields import AGREEMENT, OBLIGATION


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("add", vocabulary.KINDS),
        *(("add", field.choices) for field in OBLIGATION.fields if field.choices),
        *(("add-agreement", field.choices) for field in AGREEMENT.fields if field.choices),
    ],
)
def test_help_names_the_words_that_an_option_takes(run: Run, command: str, words: tuple[str, ...]) -> None:
    told = "".join(run(command, "--help").out.split())  # a word may be broken at its dash
    assert f"Takes:{','.join(words)}." in told
