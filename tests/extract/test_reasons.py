"""Every reason that a rule names has words."""

import ast
from pathlib import Path

import pytest

from tracker.extract import filters, news, reason_of
from tracker.views.wording import catalogue


def named(module: str) -> set[str]:
    """Give the reasons that a module's functions return, whatever they are returned by."""
    functions = [
        node
        for node in ast.walk(ast.parse(Path(module).read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and node.returns.id == "str"
    ]
    returned = [part for one in functions for part in ast.walk(one) if isinstance(part, ast.Return)]
    values = [part for one in returned if one.value for part in _results(one.value)]
    return {value for value in values if value}


def _results(value: ast.expr) -> list[str]:
    if isinstance(value, ast.IfExp):
        return _results(value.body) + _results(value.orelse)
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


@pytest.mark.parametrize("module", [filters, news])
def test_each_reason_is_translated(module: object) -> None:
    found = named(str(getattr(module, "__file__", "")))
    assert len(found) > 5
    assert [reason for reason in found if reason_of(reason).values] == []


def test_a_reason_is_put_into_words() -> None:
    french = catalogue("fr")
    assert french.text(reason_of("no duty seen")) == "pas de devoir reconnu"
    assert french.text(reason_of("something new")) == "something new"
