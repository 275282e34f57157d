"""`python -m tracker`: the same program as `tracker`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program with what was typed, and leave with its exit code."""
    import gc

    from tracker.cli.main import run

    gc.disable()  # to look for garbage takes a long list a third longer, and a command ends soon
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
