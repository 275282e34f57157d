"""Agreements of which no source is stated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

BARE = """\
[settings]
title = "Desk"
[parties.A]
[parties.B]
[agreements.plan]
title = "Plan"
parties = ["A", "B"]
date = 2026-01-31
[obligations.plan.pay]
title = "Pay the grant"
due = 2026-10-01
"""
SIGNED = '[agreements.deed]\ntitle = "Deed"\nparties = ["A", "B"]\ndate = 2026-01-31\ntext = "signed"\n'


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "commitments.toml"
    path.write_text(BARE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("register")
def test_nothing_is_said_of_it(run: Run) -> None:
    for words in (("report",), ("show", "plan"), ("show", "plan.pay")):
        for form in ("plain", "markdown"):
            ran = run(*words, "--format", form)
            assert ran.code == 0
            assert "Source" not in ran.out


def test_beside_others_a_report_counts_them(register: Path, run: Run) -> None:
    register.write_text(BARE + SIGNED, encoding="utf-8")
    assert "Sources: signed text (1), no source stated (1)." in run("report").out
    assert "aucune source indiquée (1)" in run("report", "--lang", "fr").out
    assert "بلا مصدر مذكور (1)" in run("report", "--lang", "ar").out
