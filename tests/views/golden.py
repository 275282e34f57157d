"""Golden files: what a view gives, kept beside the tests and compared to the letter.

After a change that is meant, write them anew and read the difference before committing it:

    TRACKER_GOLDEN=write pytest tests/views && git diff tests/views/golden
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def agrees(name: str, lines: Iterable[str]) -> bool:
    """Say whether lines are those of a golden file; write them there instead where that is asked for."""
    path = FOLDER / name
    given = "".join(f"{line}\n" for line in lines)
    if os.environ.get("TRACKER_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(given, encoding="utf-8", newline="\n")
    assert given == path.read_text(encoding="utf-8")
    return True
