"""Time rules in words."""

from __future__ import annotations

import pytest

from tracker.core.rows import TimeRule
from tracker.views.rules import length, rule
from tracker.views.wording import catalogue

ENGLISH, FRENCH = catalogue("en"), catalogue("fr")


@pytest.mark.parametrize(
    ("time", "english", "french"),
    [
        (TimeRule(due="2026-12-01"), "due 1 December 2026", "échéance 1er décembre 2026"),
        (TimeRule(due="2024"), "due 2024", "échéance 2024"),
        (
            TimeRule(every="6 months", first="2025-12-21", until="2027-12-31"),
            "every 6 months, from 21 December 2025 to 31 December 2027",
            "tous les 6 mois, du 21 décembre 2025 au 31 décembre 2027",
        ),
        *(
            (
                TimeRule(every=f"1 {unit}", first="2025-12-21"),
                f"every {unit}, from 21 December 2025",
                f"{french}, à partir du 21 décembre 2025",
            )
            for unit, french in (
                ("day", "tous les jours"),
                ("week", "toutes les semaines"),
                ("month", "tous les mois"),
                ("year", "tous les ans"),
            )
        ),
        (
            TimeRule(every="2 weeks", first="2025-12-21"),
            "every 2 weeks, from 21 December 2025",
            "toutes les 2 semaines, à partir du 21 décembre 2025",
        ),
        (
            TimeRule(rrule="FREQ=YEARLY", first="2025-03-01"),
            "as FREQ=YEARLY says, from 1 March 2025",
            "selon FREQ=YEARLY, à partir du 1er mars 2025",
        ),
        (
            TimeRule(within="90 days", after="effective"),
            "within 90 days of the entry into force",
            "dans un délai de 90 jours après l'entrée en vigueur",
        ),
        (
            TimeRule(within="1 week", after="a.b"),
            "within 1 week after a.b is done",
            "dans un délai de 1 semaine après que a.b est faite",
        ),
        (
            TimeRule(within="1 year", before="expires"),
            "1 year before the agreement ends",
            "1 an avant la fin de l'accord",
        ),
        (
            TimeRule(),
            "no date to keep; looked at again from time to time",
            "pas de date à tenir\u202f; à revoir de temps en temps",
        ),
    ],
)
def test_rule(time: TimeRule, english: str, french: str) -> None:
    assert rule(time, ENGLISH) == english
    assert rule(time, FRENCH) == french


def test_a_length_that_is_none_of_ours_stays() -> None:
    assert length("a while", ENGLISH) == "a while"
    assert length("3 moons", ENGLISH) == "3 moons"
