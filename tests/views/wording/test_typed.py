"""Statuses and states as they are typed."""

from __future__ import annotations

import pytest

from tracker.core.vocabulary import LATE, STATES, STATUSES
from tracker.views.wording import catalogue
from tracker.views.wording.typed import state_from, status_from


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("done", "done"),
        ("fait", "done"),
        ("Terminé", "done"),
        ("terminée", "done"),
        ("REALISE", "done"),
        ("en cours", "in-progress"),
        ("en-cours", "in-progress"),
        ("in_progress", "in-progress"),
        ("bloqué", "blocked"),
        ("reportée", "postponed"),
        ("levé", "waived"),
        ("renoncé", "waived"),
        ("annulées", "cancelled"),
        ("canceled", "cancelled"),
        ("remplacé", "superseded"),
        ("ouvert", "open"),
        (" rouverte ", "open"),
    ],
)
def test_a_status(typed: str, status: str) -> None:
    assert status_from(typed) == status


@pytest.mark.parametrize("typed", ["", "faits divers", "don", "overdue"])
def test_what_is_no_status(typed: str) -> None:
    assert status_from(typed) is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_word_that_is_shown_may_be_typed(language: str) -> None:
    wording = catalogue(language)
    for status in STATUSES:
        assert status_from(wording.status(status)) == status
        assert status_from(status) == status
    for state in STATES:
        assert state_from(wording.state(state)) == state
        assert state_from(state) == state
    assert state_from(wording.late()) == LATE


def test_late_is_not_all_that_is_past_due() -> None:
    for typed in ("late", "en retard"):
        assert state_from(typed) == LATE
    for typed in ("past due", "échue", "échues", "overdue"):
        assert state_from(typed) == "overdue"


def test_what_is_no_state() -> None:
    assert state_from("postponed") is None
