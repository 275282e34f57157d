"""Random registers and random changes to them, and what a text states as a set of facts.

An oracle for merges that knows nothing of how they are made: facts are sets, and the facts of a
merge are those that all three versions have, with those that either side added.
"""

from __future__ import annotations

import tomllib
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from random import Random

from tracker.register.merge.lines import Labels

LABELS = Labels("HEAD", "feature")
_WORDS = ["alpha", "beta", "gamma", 'del"ta', "é # x", "[y]", "a, b"]
_KEYS = ["kind", "owner", "notes", "clause", "quote", "basis"]
_DAYS = [date(2025, 1, day) for day in (3, 5, 5, 9, 20)]
_STATUSES = ["done", "open", "blocked"]
_NAMES = ["one", "two", "three", "four", "five"]

Fact = tuple[object, ...]


@dataclass
class Entry:
    """A log entry, its fields as TOML, and the comments above and beside it."""

    fields: dict[str, str]
    above: str = ""
    beside: str = ""


@dataclass
class Table:
    """A table: keys and values as TOML, titles by language, lists of words, and a log."""

    name: str
    above: str = ""
    values: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    parties: list[str] = field(default_factory=list)
    log: list[Entry] = field(default_factory=list)
    on_lines: bool = True
    as_tables: bool = False
    spaced: bool = False

    def written(self) -> str:
        """Write it as TOML."""
        equals = "   = " if self.spaced else " = "
        lines = [self.above, f"[{self.name}]"]
        for key, value in self.values.items():
            lines.append(f"{key}{equals}{value}{self.beside.get(key, '')}")
        if self.titles:
            titles = ", ".join(f"{language} = {title}" for language, title in self.titles.items())
            lines.append(f"title{equals}{{ {titles} }}")
        if self.parties:
            lines.append("parties" + equals + "[" + ", ".join(self.parties) + "]")
        if self.log and not self.as_tables:
            lines.append(f"log{equals}{self._log()}")
        for one in self.log if self.as_tables else ():
            lines += [one.above, f"[[{self.name}.log]]{one.beside}"]
            lines += [f"{key}{equals}{value}" for key, value in one.fields.items()]
        return "\n".join(line for line in lines if line) + "\n"

    def _log(self) -> str:
        entries = ["{ " + ", ".join(f"{k} = {v}" for k, v in one.fields.items()) + " }" for one in self.log]
        if not self.on_lines and not any(one.above or one.beside for one in self.log):
            return "[" + ", ".join(entries) + "]"
        lines = ["["]
        for one, text in zip(self.log, entries, strict=True):
            lines += [f"  {one.above}"] if one.above else []
            lines.append(f"  {text},{one.beside}")
        return "\n".join([*lines, "]"])


class Rival:
    """Makes registers and changes them; every comment that it writes is another one."""

    def __init__(self, random: Random) -> None:
        """Draw everything from `random`."""
        self.random = random
        self.comments = 0

    def register(self) -> list[Table]:
        """Make one to begin with."""
        names = self.random.sample(_NAMES, self.random.randrange(1, 4))
        return [Table("settings", above=self.comment()), *(self.table(name) for name in names)]

    def table(self, name: str) -> Table:
        made = Table(f"obligations.a.{name}", above=self.comment(), as_tables=name in {"four", "five"})
        for _ in range(self.random.randrange(7)):
            self.change_table(made)
        return made

    def comment(self, odds: float = 0.4) -> str:
        if self.random.random() > odds:
            return ""
        self.comments += 1
        return f"# comment {self.comments}."

    def word(self) -> str:
        return "'" + self.random.choice(_WORDS) + "'"

    def changed(self, tables: list[Table], most: int = 8) -> list[Table]:
        """Change a copy in up to `most` places."""
        tables = deepcopy(tables)
        for _ in range(self.random.randint(1, most)):
            number = self.random.randrange(len(tables))
            match self.random.randrange(9):
                case 0:
                    name = self.random.choice(_NAMES)
                    if not any(table.name.endswith(name) for table in tables):
                        tables.insert(number + 1, self.table(name))
                case 1 if len(tables) > 1:
                    del tables[number]
                case 2:
                    tables.append(tables.pop(number))
                case 3:
                    tables[number].above = self.comment(0.7)
                case _:
                    self.change_table(tables[number])
        return tables

    def change_table(self, table: Table) -> None:
        choose = self.random.choice
        match self.random.randrange(11):
            case 0 | 1:
                table.values[choose(_KEYS)] = self.word()
            case 2 if table.values:
                key = choose(list(table.values))
                del table.values[key]
                table.beside.pop(key, None)
            case 3:
                table.titles[choose(["en", "fr", "ar"])] = self.word()
            case 4 if table.titles:
                del table.titles[choose(list(table.titles))]
            case 5:
                table.parties = sorted({*table.parties, self.word()}, key=lambda _: self.random.random())
            case 6 if table.parties:
                table.parties.remove(choose(table.parties))
            case 7 | 8:
                self.enter(table)
            case 9:
                self.correct(table)
            case 10:
                self.lay_out(table)

    def lay_out(self, table: Table) -> None:
        """Write a table otherwise, and comment on it."""
        table.on_lines, table.spaced = self.random.random() < 0.5, self.random.random() < 0.5
        if table.values:
            table.beside[self.random.choice(list(table.values))] = "  " + self.comment(1)

    def enter(self, table: Table) -> None:
        """Add an entry by its day, unless one says the same."""
        fields = {"on": self.random.choice(_DAYS).isoformat()}
        if self.random.random() < 0.8:
            fields["status"] = f'"{self.random.choice(_STATUSES)}"'
        if self.random.random() < 0.5:
            fields["note"] = self.word()
        if all(one.fields != fields for one in table.log):
            beside = self.comment(0.2)
            table.log.append(Entry(fields, self.comment(0.2), beside and f"  {beside}"))
            table.log.sort(key=lambda one: one.fields["on"])

    def correct(self, table: Table) -> None:
        """Take an entry out, or put another note in it."""
        if not table.log:
            return
        number = self.random.randrange(len(table.log))
        if self.random.random() < 0.4:
            del table.log[number]
            return
        fields = table.log[number].fields | {"note": self.word()}
        if all(one.fields != fields for one in table.log):
            table.log[number].fields = fields


def written(tables: list[Table]) -> str:
    """Write a register as TOML."""
    return "# The register.\n\n" + "\n".join(table.written() for table in tables)


def facts(text: str) -> set[Fact]:
    """Read what a text states, each thing by itself."""
    found: set[Fact] = set()
    tree = tomllib.loads(text)
    tables: dict[Fact, dict[str, object]] = {("settings",): tree.get("settings", {})}
    tables |= {("a", name): table for name, table in tree.get("obligations", {}).get("a", {}).items()}
    for name, table in tables.items():
        found.add(name)
        for key, value in table.items():
            if isinstance(value, list):
                found |= {(name, key, repr(part)) for part in value}
            elif isinstance(value, dict):
                found |= {(name, key, *pair) for pair in value.items()}
            else:
                found.add((name, key, value))
    return found


def comments(text: str) -> set[str]:
    """Find the numbered comments in a text."""
    return {"# comment" + piece.split(".")[0] for piece in text.split("# comment")[1:]}


def resolved(text: str, side: int) -> str:
    """Take one side of each conflict: 0 for ours, 1 for theirs."""
    kept, state = [], None
    for line in text.splitlines(keepends=True):
        if line == "<<<<<<< HEAD\n":
            state = 0
        elif line == "=======\n" and state == 0:
            state = 1
        elif line == ">>>>>>> feature\n" and state == 1:
            state = None
        elif state in (None, side):
            kept.append(line)
    assert state is None
    return "".join(kept)
