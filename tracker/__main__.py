"""`python -m tracker`: the same program as `tracker`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program with what was typed, and leave with its exit code."""
    from tracker.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
