"""Places of key paths, the same as the scanner finds one at a time."""

from pathlib import Path
from typing import Any

import pytest
import rtoml

from tracker.register.check.codes import KeyPath
from tracker.register.disk.files import FileRead
from tracker.register.places import Places
from tracker.register.text.chart import Chart
from tracker.register.text.scan import locate

MESSY = """\
top = 1
parties.x.name = "é"   # dotted
[ agreements . "a b" ]
list = [ 1, [ 2, { k = 3, "l.m" = [ 4 ] } ],
  # comment ]
  { x.y = { z = 5 } } ]
[[agreements."a b".log]]
on = 1
[[agreements."a b".log]]
on = 2
evidence = ["x",
  "y"]
[agreements.c.d]
"""


def walk(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(below for key, item in items for below in walk(item, (*path, key)))]


REAL = (Path(__file__).parents[2] / "commitments.toml").read_text()


@pytest.mark.parametrize("text", [MESSY, REAL], ids=["messy", "real"])
def test_all_that_is_written_has_its_place(text: str) -> None:
    chart = Chart(text)
    known = 0
    for path in walk(rtoml.loads(text))[1:]:
        place = locate(text, path)
        if path in {("parties",), ("agreements",), ("agreements", "c"), ("obligations",)} or len(path) < 2:
            continue  # no header and no key of their own
        assert chart.find(path) == (place.line, place.column), path
        known += 1
    assert known > 20


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("agreements", "a b", "list", 1, 1, "l.m", 0), (4, 37)),
        (("agreements", "a b", "list", 2, "x", "y", "z"), (6, 13)),
        (("agreements", "a b", "log", 1, "on"), (10, 1)),
        (("agreements", "a b", "log", 1, "status"), (9, 1)),
        (("agreements", "a b", "log", 5), (7, 1)),
        (("agreements", "a b", "list", 0, "k"), (4, 10)),
        (("agreements", "a b", "list", 9), (4, 1)),
        (("parties", "x"), (2, 1)),
        (("parties", "x", "name", "fr"), (2, 1)),
        (("nothing",), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_the_nearest_place(path: KeyPath, place: tuple[int, int]) -> None:
    assert Chart(MESSY).find(path) == place


def test_what_the_scanner_cannot_read_is_the_whole_file() -> None:
    assert Chart("[a\n").find(("a",)) == (1, 1)
    assert Chart("[a]\nb = = 1\n").find(("a", "b")) == (1, 1)


def test_each_file_has_its_own_places() -> None:
    files = [FileRead(Path(name), name, text) for name, text in (("a", "x = 1\n"), ("b", "\ny = 1\n"))]
    places = Places(files)
    assert str(places.find(1, ("y",))) == "b:2:1"
    assert str(places.find(0, ("x",))) == "a:1:1"
