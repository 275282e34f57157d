"""Registers for turns that random ones seldom take: each has one rule that decides a single day."""

from tests.core.builders import after, agreement, before, entry, every, fixed, obligation, register, stated
from tests.core.registers import REF, TRIGGER
from tracker.core.model import Register

WEEKLY = every("7 days", "2024-02-20")
RENEWED = agreement("a", on="2024-02-20", expires="2024-03-01", renews="1 week")
EXTENDED = agreement(
    "a", on="2024-02-20", expires="2024-03-01", log=[stated("2024-03-02", "extended", "2024-06-01")]
)
OTHER = agreement("b", on="2024-02-20")

CORNERS: dict[str, Register] = {
    "terminated on the day that would have begun the next term": register(
        obligation(
            REF,
            entry("2024-02-20", "done", scheduled="2024-02-20"),
            entry("2024-02-27", "done", scheduled="2024-02-27"),
            time=WEEKLY,
        ),
        agreements=[
            agreement(
                "a",
                on="2024-02-20",
                expires="2024-03-01",
                renews="1 week",
                log=[stated("2024-03-02", "terminated", "2024-03-01")],
            )
        ],
    ),
    "reopened on the day that the first of what was cancelled comes to be": register(
        obligation(
            REF,
            entry("2024-02-20", "done", scheduled="2024-02-20"),
            entry("2024-02-26", "cancelled"),
            entry("2024-02-28", "done", scheduled="2024-02-27"),
            entry("2024-03-02", "open"),
            time=WEEKLY,
        ),
        agreements=[EXTENDED],
    ),
    "reopened on the day that one closed ahead of its time comes to be": register(
        obligation(
            REF,
            entry("2024-02-20", "done", scheduled="2024-02-20"),
            entry("2024-02-28", "done", scheduled="2024-03-05"),
            entry("2024-03-02", "open"),
            time=WEEKLY,
        ),
        agreements=[EXTENDED],
    ),
    "done on the day that its occurrence comes to be": register(
        obligation(
            REF,
            entry("2024-02-20", "done", scheduled="2024-02-20"),
            entry("2024-02-27", "done", scheduled="2024-02-27"),
            entry("2024-03-02", "done"),
            time=WEEKLY,
        ),
        agreements=[EXTENDED],
    ),
    "done on its due date": register(
        obligation(REF, entry("2024-03-01", "done"), time=fixed("2024-03-01")), agreements=[RENEWED]
    ),
    "resumed on a term's last day, with something due before it": register(
        obligation(REF, time=before("2 days")),
        agreements=[
            agreement(
                "a",
                on="2024-02-20",
                expires="2024-03-01",
                renews="1 week",
                log=[stated("2024-02-25", "suspended"), stated("2024-03-01", "resumed")],
            )
        ],
    ),
    "said on the due date not to be done": register(
        obligation(REF, entry("2024-03-01", "in-progress"), time=fixed("2024-03-01")),
        agreements=[OTHER, RENEWED],
    ),
    "due on the day that became the last one, and put off beyond it": register(
        obligation(
            REF,
            entry("2024-02-20", "done", scheduled="2024-02-20"),
            entry("2024-02-27", "done", scheduled="2024-02-27"),
            entry("2024-02-28", "postponed", scheduled="2024-03-05", due="2024-03-20"),
            time=WEEKLY,
        ),
        agreements=[
            agreement(
                "a",
                on="2024-02-20",
                expires="2024-06-01",
                log=[stated("2024-02-22", "terminated", "2024-03-05")],
            )
        ],
    ),
    "due on the last day": register(
        obligation(REF, time=fixed("2024-03-01")),
        agreements=[agreement("a", on="2024-02-20", expires="2024-03-01")],
    ),
    "waits for what is done, reopened and done again": register(
        obligation(REF, time=after("5 days", TRIGGER)),
        obligation(
            TRIGGER,
            entry("2024-02-25", "done"),
            entry("2024-03-10", "open"),
            entry("2024-03-20", "done"),
            time=fixed("2024-03-01"),
        ),
        agreements=[RENEWED, OTHER],
    ),
    "goes on beyond the last day, with dates before it, on it and after it": register(
        obligation(REF, time=every("5 days", "2024-02-25", until="2024-03-31")),
        agreements=[agreement("a", on="2024-02-20", expires="2024-03-06")],
    ),
}
