"""An agreement's phases: extension, termination, suspension, renewal."""

from __future__ import annotations

from tests.core.builders import agreement, day, stated
from tracker.core.life import life, phase_on
from tracker.core.model import Agreement, AgreementEntry


def phases(of: Agreement, horizon: str = "2035-12-31", known_at: str = "") -> list[tuple[str, str]]:
    found = life(of, horizon=day(horizon), known_at=day(known_at) if known_at else None)
    return [(phase.start.isoformat(), phase.last.isoformat()) for phase in found.phases]


def test_an_agreement_without_an_end() -> None:
    assert phases(agreement()) == [("2024-01-01", "9999-12-31")]


def test_an_imprecise_date_begins_on_its_first_day_and_ends_on_its_last() -> None:
    assert phases(agreement(on="2024-05", expires="2026")) == [("2024-05-01", "2026-12-31")]


def test_extension_and_termination_hold_from_their_day() -> None:
    log = [stated("2024-06-01", "extended", "2025-12-31"), stated("2025-03-01", "terminated", "2025-06-30")]
    assert phases(agreement(expires="2024-12-31", log=log)) == [
        ("2024-01-01", "2024-12-31"),
        ("2024-06-01", "2025-12-31"),
        ("2025-03-01", "2025-06-30"),
    ]


def test_entries_of_one_day_are_taken_in_the_files_order() -> None:
    log = [stated("2024-06-01", "suspended"), stated("2024-06-01", "resumed")]
    found = life(agreement(log=log), horizon=day("2030-01-01"))
    assert [phase.suspended for phase in found.phases] == [False, False]


def test_a_note_changes_nothing() -> None:
    assert len(phases(agreement(log=[AgreementEntry(on=day("2024-06-01"), note="a call")]))) == 1


def test_what_was_recorded_later_is_unknown() -> None:
    late = AgreementEntry(on=day("2024-06-01"), status="terminated", recorded=day("2024-09-01"))
    assert phases(agreement(log=[late]), known_at="2024-08-31") == [("2024-01-01", "9999-12-31")]
    assert len(phases(agreement(log=[late]), known_at="2024-09-01")) == 2


def test_renewal_counts_each_term_from_the_first_end() -> None:
    of = agreement(expires="2024-02-29", renews="1 year")
    assert phases(of, "2027-06-01") == [
        ("2024-01-01", "2024-02-29"),
        ("2024-03-01", "2025-02-28"),
        ("2025-03-01", "2026-02-28"),
        ("2026-03-01", "2027-02-28"),
        ("2027-03-01", "2028-02-29"),
    ]


def test_termination_stops_the_renewals_before_and_after_an_end() -> None:
    log = [stated("2026-01-01", "terminated", "2026-12-31")]
    of = agreement(expires="2024-12-31", renews="3 years", log=log)
    assert phases(of) == [
        ("2024-01-01", "2024-12-31"),
        ("2025-01-01", "2027-12-31"),
        ("2026-01-01", "2026-12-31"),
    ]


def test_an_extension_after_the_first_term_renews_from_its_own_end() -> None:
    log = [stated("2024-06-01", "extended", "2025-12-31")]
    of = agreement(expires="2024-12-31", renews="1 year", log=log)
    assert phases(of, "2026-12-31") == [
        ("2024-01-01", "2024-12-31"),
        ("2024-06-01", "2025-12-31"),
        ("2026-01-01", "2026-12-31"),
    ]


def test_an_entry_before_the_agreement_began_holds_from_its_beginning() -> None:
    assert phases(agreement(log=[stated("2023-06-01", "extended", "2025-12-31")])) == [
        ("2024-01-01", "2025-12-31")
    ]


def test_the_phase_of_a_day() -> None:
    found = life(agreement(expires="2024-12-31", renews="1 year"), horizon=day("2030-01-01"))
    assert [phase_on(found, day(d)).last.year for d in ("2020-01-01", "2024-12-31", "2025-01-01")] == [
        2024,
        2024,
        2025,
    ]
