"""A content with a stretch replaced is the whole, piece by piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.register.disk import content as module
from tracker.register.disk.content import Content, Spliced, holds, mark, parts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "c.toml"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=40), st.integers(0, 40), st.integers(0, 40), st.binary(max_size=20))
def test_a_splice_is_what_it_makes(file: Path, old: bytes, one: int, other: int, new: bytes) -> None:
    start, end = sorted((min(one, len(old)), min(other, len(old))))
    spliced, whole = Spliced(old, start, end, new), old[:start] + new + old[end:]
    assert b"".join(parts(spliced)) == whole
    assert mark(spliced) == mark(whole)
    file.write_bytes(whole)
    assert holds(file, spliced)
    assert holds(file, whole)


@pytest.mark.parametrize("there", [b"", b"abcdef", b"abcdefgh", b"abcdefX", b"Xbcdefg"])
@pytest.mark.parametrize("content", [b"abcdefg", Spliced(b"abXXfg", 2, 4, b"cde")])
@pytest.mark.parametrize("at_once", [1, 3, 1 << 16])
def test_anything_else_is_seen(
    file: Path, there: bytes, content: Content, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    file.write_bytes(there)
    assert not holds(file, content)
    assert mark(there) != mark(content)
    assert len(mark(there)) == len("0123456789abcdef")
