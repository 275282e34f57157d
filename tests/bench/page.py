"""What was measured, as Markdown for the README."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.bench.ours import EMPTY, LIMITS, TYPER
from tests.bench.stopwatch import Taken


def ours(measured: Mapping[int, Mapping[str, Taken]]) -> Iterator[str]:
    """Give the table of this project: multiples of an empty interpreter, and what to reach."""
    sizes = sorted(measured)
    yield f"| ÷ `{EMPTY}` | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    yield "|---|" + "---|" * len(sizes)
    yield f"| (`{EMPTY}` itself) | " + " | ".join(
        f"{measured[size][EMPTY].median * 1000:.0f} ms" for size in sizes
    ) + " |"  # fmt: skip
    for limit in (None, *LIMITS):
        name = limit.name if limit else TYPER
        cells = []
        for size in sizes:
            taken = measured[size].get(name)
            if taken is None:
                cells.append("–")
                continue
            ratio = taken.median / measured[size][EMPTY].median
            most = limit.most.get(size) if limit else None
            reach = f" (≤ {most:g})" if most else ""
            cells.append(f"{ratio:.1f}{reach}, {max(taken.memory):.0f} MB")
        yield f"| {name} | " + " | ".join(cells) + " |"


def side_by_side(size: int, taken: Mapping[str, Mapping[str, Taken]], empty: Taken) -> Iterator[str]:
    """Give the table of programs side by side: multiples of an empty interpreter, and medians."""
    questions: Sequence[str] = list(dict.fromkeys(name for row in taken.values() for name in row))
    yield f"| {size:,} obligations | " + " | ".join(questions) + " |"
    yield "|---|" + "---|" * len(questions)
    for program, row in taken.items():
        cells = [
            f"{row[name].median / empty.median:.1f} ({row[name].median * 1000:.0f} ms)"
            if name in row
            else "–"
            for name in questions
        ]
        yield f"| {program} | " + " | ".join(cells) + " |"
