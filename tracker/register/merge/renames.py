"""What one side renamed is the same thing still: `formerly` says what it was called.

So a log entry that is added under the old name on one branch goes to the new name, instead of
standing against a table that was taken out.
"""

from __future__ import annotations

from tracker.register.merge.arrays import Version
from tracker.register.merge.sides import Three
from tracker.register.merge.statements import items
from tracker.register.text.scan import Path

_AGREEMENT, _OBLIGATION = "agreements", "obligations"


def followed(versions: Three[Version]) -> Three[Version]:
    """Give tables that either side renamed the new name in each version."""
    base, ours, theirs = versions
    mine, yours = _renamed(base, ours), _renamed(base, theirs)
    names = {
        old: new
        for old, new in (mine | yours).items()
        if mine.get(old, new) == new
        and list((mine | yours).values()).count(new) == 1
        and not (old in ours and new in ours)
        and not (old in theirs and new in theirs)
    }
    if not names:
        return versions
    return versions.each(lambda version: {_name(key, names): part for key, part in version.items()})


def _renamed(base: Version, side: Version) -> dict[Path, Path]:
    """Find which tables of the base a side has under another name: old -> new."""
    found: dict[Path, Path] = {}
    for key, part in side.items():
        if key in base or key[:1] not in {(_AGREEMENT,), (_OBLIGATION,)} or "formerly" not in part.body:
            continue
        stated = items(part.body).get(("formerly",))
        for old in stated.value if stated and isinstance(stated.value, list) else ():
            path = (key[0], *str(old).split("."))
            if path in base and path not in side:
                found[path] = key
    for old, new in list(found.items()):
        if old[0] == _AGREEMENT:
            moved = (
                (key, (_OBLIGATION, new[1], *key[2:])) for key in base if key[:2] == (_OBLIGATION, old[1])
            )
            found |= {key: other for key, other in moved if key not in side and other in side}
    return found


def _name(key: Path, names: dict[Path, Path]) -> Path:
    for length in range(len(key), 1, -1):
        if key[:length] in names:
            return names[key[:length]] + key[length:]
    return key
