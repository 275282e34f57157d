"""What a question costs before it is asked: the modules that it loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "dataclasses",
    "inspect",
    "json",
    "sqlite_utils",
    "dateutil",
    "pathlib",
    "hashlib",
    "unicodedata",
    "difflib",
}

ASKS = """
import sys
from datetime import date
before = set(sys.modules)
from tracker.core.rows import Filter
from tracker.store import details, lookups, picture, queries
from tracker.store.database import open_projection
from tracker.store.freshness import changed
connection = open_projection(sys.argv[1])
assert changed(connection, "/register/commitments.toml", 0, str)
day = date(2026, 11, 21)
queries.settings(connection)
assert list(queries.rows(connection, day, Filter(search="study"), language="fr"))
assert picture.picture(connection, day, parties=("OCI",), most=3).overdue
assert lookups.meant(connection, "oim-oci") == ("agreement", "oim-oci")
assert lookups.StoredNames(connection).exact("oim-oci.study")
details.detail(connection, "oim-oci.half-yearly-meetings", day)
print(*sorted(set(sys.modules) - before))
"""


def test_questions_load_nothing_heavy(tmp_path: Path) -> None:
    from tests.store.registers import project, register
    from tracker.store.database import claim

    stated = register()
    plain = {k: v for k, v in stated.obligations.items() if '"' not in "".join(v.bearers)}
    path = tmp_path / "x.db"
    project(stated._replace(obligations=plain), claim(path, reading=False)).close()
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-S", "-c", ASKS, path],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
        text=True,
    )
    loaded = set(ran.stdout.split())
    assert "tracker.store.picture" in loaded
    assert not loaded & HEAVY
    assert {name for name in loaded if name.startswith("tracker.core.")} == {
        "tracker.core.columnar",
        "tracker.core.errors",
        "tracker.core.rows",
        "tracker.core.vocabulary",
    }
    assert "tracker.store.projection" not in loaded


@pytest.mark.parametrize(
    "module", ["queries", "picture", "details", "lookups", "freshness", "database", "projection"]
)
def test_each_module_can_be_loaded_alone(module: str) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", f"import tracker.store.{module}"]
    subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=True)
