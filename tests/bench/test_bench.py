"""The benchmark measures what it says, of registers that are right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bench import __main__ as program
from tests.bench import ours, peers
from tests.bench.registers import AN_AGREEMENT, promises, write
from tests.bench.stopwatch import Case, run
from tracker.register.read import read_register

DAY = date(2026, 11, 21)
SIZE = 1_000


@pytest.mark.parametrize("apart", [False, True])
def test_a_register_of_a_size_is_right_and_the_same_each_time(tmp_path: Path, *, apart: bool) -> None:
    path = write(tmp_path / "one", SIZE, DAY, apart=apart)
    register = read_register(path).required()
    assert len(register.obligations) == SIZE
    assert len(register.agreements) == SIZE // AN_AGREEMENT
    again = write(tmp_path / "two", SIZE, DAY, apart=apart)
    for file in path.parent.rglob("*.toml"):
        assert again.parent.joinpath(file.relative_to(path.parent)).read_bytes() == file.read_bytes()


def test_the_promises_are_as_they_are_said_to_be() -> None:
    made = list(promises(SIZE, DAY))
    recurring = [one for one in made if one.recurs]
    assert len(recurring) == SIZE // 5
    assert sum(one.times == 10 for one in recurring) == SIZE // 10
    assert 0.45 < sum(one.entries > 0 for one in made) / SIZE < 0.55
    assert 0.4 < sum(one.entries > 0 for one in recurring) / len(recurring) < 0.6
    assert {(len(one.title), len(one.quote)) for one in made} == {(60, 150)}


def test_one_command_measures_and_prints_markdown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "PEERS", {name: peers.PEERS[name] for name in ("tracker",)})
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    program.main(["60", "--times", "1", "--peers", "60", "--folder", str(tmp_path)])
    said = capsys.readouterr().out
    for limit in ours.LIMITS:
        assert f"| {limit.name} | " in said
    assert "| tracker | " in said
    assert "–" not in said


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"no such: exit 3: gone"):
        run(Case("no such", ("sh", "-c", "echo gone; exit 3"), tmp_path))


def test_memory_is_that_of_the_command(tmp_path: Path) -> None:
    _, memory = run(Case("x", ("python3", "-c", "b'x' * 300_000_000"), tmp_path))
    assert 300 * 0.9 < memory < 300 * 1.2
