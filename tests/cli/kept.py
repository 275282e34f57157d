"""The real register, kept in git."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.history.repositories import Work

MEETINGS = "oim-oci.half-yearly-meetings"


def record(run: Run, work: Work) -> None:
    assert (
        run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18", "--note", "Held").code
        == 0
    )
    work.git("add", "commitments.toml")
    work.git("commit", "--quiet", "-m", "record it", when="2026-11-10T12:00:00+00:00")
