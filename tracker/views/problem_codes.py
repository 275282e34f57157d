"""The codes of problems with what each stands for, as text, as a table for a document, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping


def plain(codes: Mapping[str, str]) -> Iterator[str]:
    """Give a line a code."""
    return (f"{code}  {meaning}" for code, meaning in codes.items())


def markdown(codes: Mapping[str, str]) -> Iterator[str]:
    """Give the table that the README has."""
    yield "| code | stands for |"
    yield "|---|---|"
    for code, meaning in codes.items():
        yield f"| `{code}` | {meaning} |"


def as_json(codes: Mapping[str, str]) -> Iterator[str]:
    """Give one object, from code to meaning."""
    yield json.dumps(codes, indent=2, ensure_ascii=False)
