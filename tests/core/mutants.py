"""Copies of the modules that reckon spans, each with one rule a day or a comparison off."""

import ast
import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import tracker.core

MODULES = ("schedule", "life", "standing", "strands", "spans", "rollup", "walking", "shapes", "timelines")
"""The modules in the order of their imports, the one that is asked last."""

_OTHER: dict[type[ast.cmpop], Callable[[], ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}


class Mutation(NamedTuple):
    """One place that is changed: in which module and function, what it says, and which of its signs."""

    module: str
    function: str
    said: str
    at: tuple[int, int, int]


def source(module: str) -> str:
    return (Path(tracker.core.__path__[0]) / f"{module}.py").read_text(encoding="utf-8")


def mutations() -> Iterator[Mutation]:
    """Find every comparison by order and every day added or taken."""
    for module in MODULES:
        for function in ast.walk(ast.parse(source(module))):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    for sign in _signs(node):
                        at = node.lineno, node.col_offset, sign  # type: ignore[attr-defined] # `_signs` names such nodes
                        yield Mutation(module, function.name, ast.unparse(node), at)


def _signs(node: ast.AST) -> list[int]:
    if isinstance(node, ast.Compare):
        return [n for n, sign in enumerate(node.ops) if type(sign) in _OTHER]
    by_a_day = isinstance(node, ast.BinOp) and isinstance(node.right, ast.Name) and node.right.id == "_DAY"
    return [0] if by_a_day else []


class _Mutator(ast.NodeTransformer):
    def __init__(self, at: tuple[int, int, int]) -> None:
        self.at = at

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if (node.lineno, node.col_offset) == self.at[:2]:
            sign = node.ops[self.at[2]]
            node.ops[self.at[2]] = _OTHER[type(sign)]()
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        return node.left if (node.lineno, node.col_offset) == self.at[:2] else node


@contextmanager
def mutated(mutation: Mutation | None) -> Iterator[ModuleType]:
    """Give the last module of a fresh set, one of which is mutated; the program's own stay as they are."""
    names = [f"tracker.core.{module}" for module in MODULES]
    own = {name: sys.modules.get(name) for name in names}
    try:
        for module, name in zip(MODULES, names, strict=True):
            tree = ast.parse(source(module))
            if mutation and mutation.module == module:
                _Mutator(mutation.at).visit(tree)
                ast.fix_missing_locations(tree)
            spec = importlib.util.spec_from_loader(name, None)
            assert spec is not None
            sys.modules[name] = importlib.util.module_from_spec(spec)
            exec(compile(tree, f"<{name}>", "exec"), sys.modules[name].__dict__)  # noqa: S102 - this project's own source
        yield sys.modules[names[-1]]
    finally:
        for name, module_before in own.items():
            sys.modules.pop(name)
            if module_before is not None:
                sys.modules[name] = module_before
