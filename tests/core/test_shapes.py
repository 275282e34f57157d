"""What is known by the order of its days is what walking it gives."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.core.builders import agreement, entry, every, fixed, lived, obligation, register, states
from tracker.core import shapes
from tracker.core.model import Entry, Register


def meetings(first: date, *log: Entry) -> Register:
    rule = every("6 months", first.isoformat(), "2028-12-31")
    return register(
        obligation("a.o", *log, time=rule, modality="best-effort"),
        agreements=[agreement(on="2024-02-01", expires="2027-06-30")],
    )


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "STRANDS", {})
    monkeypatch.setattr(shapes, "SERIES", {})


def test_days_in_the_same_order_are_not_walked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lived(register(obligation("a.o", entry("2024-12-30", "done"), time=fixed("2024-12-31"))), "a.o")
    monkeypatch.setattr(shapes, "walk", None)
    later = register(obligation("a.o", entry("2025-02-27", "done"), time=fixed("2025-02-28")))
    assert states(lived(later, "a.o").spans)[-1] == ("2025-02-27", "done")
    late = register(obligation("a.o", entry("2025-03-01", "done"), time=fixed("2025-02-28")))
    with pytest.raises(TypeError):
        lived(late, "a.o")


def test_however_few_shapes_are_kept_nothing_else_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    firsts = [date(2024, 1, 1) + timedelta(7 * n) for n in range(60)]
    logs = [(), (entry("2024-09-01", "done"),), (entry("2024-09-01"), entry("2025-03-01", "open"))]
    found = [lived(meetings(first, *log), "a.o") for first in firsts for log in logs]
    assert 1 < len(shapes.SERIES) < len(firsts)
    for most in (1, 5):
        for known in (shapes.STRANDS, shapes.SERIES):
            known.clear()
        monkeypatch.setattr(shapes, "MOST", most)
        again = [lived(meetings(first, *log), "a.o") for first in firsts for log in logs]
        assert [(one.spans, one.occurrences) for one in again] == [
            (one.spans, one.occurrences) for one in found
        ]
        assert len(shapes.STRANDS) <= most
