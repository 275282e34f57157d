"""What a check gets to look at, and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.errors import Text
from tracker.core.model import Agreement, Obligation, Register
from tracker.register.check.codes import KeyPath

if TYPE_CHECKING:
    from tracker.register.quotes import Sources


class Subject(NamedTuple):
    """The register, the day on which it is looked at, and its sources where they are looked into."""

    register: Register
    today: date
    sources: Sources | None = None

    def obligations(self) -> Iterator[tuple[KeyPath, Obligation, Agreement]]:
        """Go through the obligations, each with its key path and its agreement."""
        for ref, obligation in self.register.obligations.items():
            agreement = self.register.agreements[obligation.agreement]
            yield ("obligations", *ref.split(".", 1)), obligation, agreement


Found = tuple[KeyPath, str, Text]
Check = Callable[[Subject], Iterator[Found]]
