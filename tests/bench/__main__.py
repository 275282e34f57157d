"""`python -m tests.bench`: measure this project and, side by side, the others that are installed.

Installs nothing. Prints Markdown: multiples of `python3 -c pass` measured in the same run.
"""

from __future__ import annotations

import os
import platform
import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import ours, page, peers


def main(argv: list[str]) -> None:
    """Measure at the sizes asked for."""
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000], help="obligations")
    parser.add_argument("--times", type=int, default=9, help="runs of each command")
    parser.add_argument(
        "--peers", type=int, nargs="*", default=[1_000, 10_000], help="obligations, for all programs"
    )
    parser.add_argument("--folder", type=Path, help="where the registers are made; default: a temporary one")
    asked = parser.parse_args(argv)
    day = datetime.now(UTC).date()
    with TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        load = " ".join(f"{value:.1f}" for value in os.getloadavg())
        _print(f"{day}, Python {platform.python_version()}, {os.cpu_count()} cores, load {load}", "")
        if asked.sizes:
            found = {size: ours.measured(folder, size, day, asked.times) for size in asked.sizes}
            _print(*page.ours(found), "")
        for size in asked.peers:
            _print(*page.side_by_side(size, *peers.measured(folder, size, day, asked.times)), "")


def _print(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
