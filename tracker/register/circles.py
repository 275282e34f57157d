"""Circles among references, however long, found without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SHOWN: Final = 8
"""How many of a circle's members are named."""


class Circle(NamedTuple):
    """Some of the names that follow each other in a circle, from the first on, and how many there are."""

    names: tuple[str, ...]
    length: int

    def __str__(self) -> str:
        """Name them in order, back to the first."""
        more = () if self.length <= len(self.names) else ("…",)
        return " → ".join((*self.names, *more, self.names[0]))


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[Circle]:
    """Yield the circles that a walk along all edges meets, one for each edge that closes one."""
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        path, at = [start], {start: 0}
        ways = [iter(edges[start])]
        while ways:
            following = next(ways[-1], None)
            if following is None:
                ways.pop()
                name = path.pop()
                del at[name]
                done.add(name)
            elif following in at:
                first = at[following]
                yield Circle(tuple(path[first : first + SHOWN]), len(path) - first)
            elif following not in done:
                at[following] = len(path)
                path.append(following)
                ways.append(iter(edges.get(following, ())))
