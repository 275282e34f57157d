"""A file that an include means from now on, or no longer, is noticed however it came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tracker.workspace.current import Workspace

DAY = date(2026, 11, 21)
HEAD = """[agreements.plan]
title = "Plan"
parties = ["OIM", "OCI"]
date = 2025-06-21
"""


def write(path: Path, name: str) -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(f'[obligations.plan.{name}]\ntitle = "{name}"\n', encoding="utf-8")


def put(name: str) -> Callable[[Path], None]:
    return lambda folder: write(folder / name, "c")


def a_folder(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).mkdir(parents=True)


def a_link(name: str, to: str) -> Callable[[Path], None]:
    def made(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(to)

    return made


def a_file_instead(folder: Path) -> None:
    (folder / "more" / "c.toml").rmdir()
    write(folder / "more" / "c.toml", "c")


def elsewhere(folder: Path) -> None:
    write(folder / "other" / "x" / "c.toml", "c")
    (folder / "more" / "l").unlink()
    (folder / "more" / "l").symlink_to("../other")


def nothing_of_ours(folder: Path) -> None:
    (folder / "more").touch()


def a_folder_instead(folder: Path) -> None:
    (folder / "more").unlink()
    write(folder / "more" / "c.toml", "c")


def nothing(_: Path) -> None:
    return None


CASES: dict[str, tuple[str, Callable[[Path], None], Callable[[Path], None]]] = {
    "written with a backslash": (r"more\*.toml", a_folder("more"), put("more/c.toml")),
    "hidden": ("more/.*.toml", a_folder("more"), put("more/.c.toml")),
    "behind a link": ("more/*/*/*.toml", a_link("more/l", "../real"), put("real/x/c.toml")),
    "behind a link that was there": ("more/*/*/*.toml", a_link("more/l", "../real"), elsewhere),
    "behind a link to a folder": ("more/l/*.toml", a_link("more/l", "../real"), put("real/c.toml")),
    "where a link leads": ("more/*.toml", a_link("more/c.toml", "../c.txt"), put("c.txt")),
    "where a named link leads": ("more/c.toml", a_link("more/c.toml", "../c.txt"), put("c.txt")),
    "instead of a folder": ("more/*.toml", a_folder("more/c.toml"), a_file_instead),
    "instead of a named folder": ("more/c.toml", a_folder("more/c.toml"), a_file_instead),
    "called as ours are": ("more/*.db", a_folder("more"), put("more/c.db")),
    "in a hidden folder": (".p*/c.toml", a_folder(".private"), put(".private/c.toml")),
    "in a new hidden folder": (".p*/c.toml", nothing, put(".private/c.toml")),
    "named and missing": ("more/c.toml", nothing, put("more/c.toml")),
    "far below": ("**/c.toml", a_folder("more/x"), put("more/x/y/z/c.toml")),
    "beside the register": ("*.toml", nothing, put("c.toml")),
    "in a missing folder": ("more/*/c?.toml", nothing, put("more/x/c1.toml")),
    "where a file stood": ("more/*.toml", nothing_of_ours, a_folder_instead),
}


@pytest.mark.parametrize("case", CASES)
def test_a_new_file_is_noticed(tmp_path: Path, case: str) -> None:
    pattern, before, after = CASES[case]
    write(tmp_path / "first" / "b.toml", "b")
    register = tmp_path / "commitments.toml"
    register.write_text(f"include = ['first/*.toml', '{pattern}']\n{HEAD}", encoding="utf-8")
    before(tmp_path)
    workspace = Workspace(str(register), None, lambda _: DAY)
    assert refs(workspace) >= {"plan.b"}
    after(tmp_path)
    assert refs(workspace) == {"plan.b", "plan.c"}


def refs(workspace: Workspace) -> set[str]:
    connection = workspace.projection(DAY)
    found = {ref for (ref,) in connection.execute("SELECT ref FROM obligations")}
    connection.close()
    return found


def test_what_includes_do_not_mean_is_not_read_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "more" / "b.toml", "b")
    register = tmp_path / "commitments.toml"
    register.write_text(f'include = ["**/*.toml"]\n{HEAD}', encoding="utf-8")
    workspace = Workspace(str(register), None, lambda _: DAY)
    refs(workspace)
    for name in ("more/x.txt", "more/.c.toml", ".hidden/c.toml", "more/y/z.txt"):
        write(tmp_path / name, "c")
    refs(workspace)  # a new folder is one more place to look at
    (tmp_path / "more" / "x.txt").unlink()
    write(tmp_path / "more" / "y" / "more.txt", "c")
    monkeypatch.setattr(Workspace, "read", None)
    assert refs(workspace) == {"plan.b"}


def test_a_link_that_leads_elsewhere_is_noticed(tmp_path: Path) -> None:
    write(tmp_path / "real" / "b.toml", "b")
    write(tmp_path / "real" / "c.toml", "c")
    (tmp_path / "more").mkdir()
    link = tmp_path / "more" / "c.toml"
    link.symlink_to("../real/b.toml")
    register = tmp_path / "commitments.toml"
    register.write_text(f'include = ["more/*.toml"]\n{HEAD}', encoding="utf-8")
    workspace = Workspace(str(register), None, lambda _: DAY)
    assert refs(workspace) == {"plan.b"}
    link.unlink()
    link.symlink_to("../real/c.toml")
    assert refs(workspace) == {"plan.c"}
    (tmp_path / "real" / "c.toml").unlink()
    assert refs(workspace) == set()
