"""Which thing of the later register is one of the earlier one under another name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tracker.core.stated import Table

_Key = Callable[[str, Table, Mapping[str, str]], object]


def renames(
    section: str, before: Mapping[str, Table], after: Mapping[str, Table], moved: Mapping[str, str]
) -> dict[str, str]:
    """Map new names to the names that they had, for agreements and obligations.

    What says `formerly` had that name; an obligation goes with its agreement (`moved` maps former
    names of agreements to new ones); then the same quote, or else the same title, within an
    agreement is the same promise.
    """
    if section not in {"agreements", "obligations"}:
        return {}
    gone = {name: table for name, table in before.items() if name not in after}
    new = {name: table for name, table in after.items() if name not in before}
    found = _stated(gone, new)
    for was in [*gone] if moved else ():
        agreement, _, own = was.partition(".")
        now = f"{moved.get(agreement, agreement)}.{own}"
        if now in new and now not in found:
            found[now] = was
            del gone[was]
    for key in (_quoted, _titled) if section == "obligations" else (_titled,):
        _alike(gone, new, found, moved, key)
    return found


def titles(table: Table) -> dict[str, str]:
    """Give the titles, or names, of a thing by language, '' for all."""
    said = {}
    for name, value in table.fields.items():
        head, _, language = name.partition(".")
        if head in {"title", "name"} and isinstance(value, str):
            said[language] = value
    return said


def _stated(gone: dict[str, Table], new: Mapping[str, Table]) -> dict[str, str]:
    found = {}
    for name, table in new.items():
        former = table.fields.get("formerly", ())
        was = next((was for was in ((former,) if isinstance(former, str) else former) if was in gone), None)
        if was is not None:
            found[name] = was
            del gone[was]
    return found


def _alike(
    gone: dict[str, Table],
    new: Mapping[str, Table],
    found: dict[str, str],
    moved: Mapping[str, str],
    key: _Key,
) -> None:
    """Add those with the same key, in the order of the file."""
    said: dict[object, list[str]] = {}
    for was, table in gone.items():
        said.setdefault(key(was, table, moved), []).append(was)
    for name, table in new.items():
        told = key(name, table, {})
        if told and name not in found and said.get(told):
            found[name] = said[told].pop(0)
            del gone[found[name]]


def _quoted(name: str, table: Table, moved: Mapping[str, str]) -> object:
    quote = table.fields.get("quote")
    return (_home(name, moved), quote) if quote else None


def _titled(name: str, table: Table, moved: Mapping[str, str]) -> object:
    title = titles(table)
    return (_home(name, moved), frozenset(title.items())) if title else None


def _home(name: str, moved: Mapping[str, str]) -> str:
    """Give the agreement of an obligation by its new name; '' for what is no obligation."""
    agreement, dot, _ = name.partition(".")
    return moved.get(agreement, agreement) if dot else ""
