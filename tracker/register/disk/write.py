"""A file that is the old one or the new one, whole, at every moment.

The new text is written beside the file, forced to the disk and put in its place in one step.
What stands in the file is compared before that step and, where the system can exchange two
files, after it, so that a version that an editor or git put there in between is put back and
nobody's edit is lost. Elsewhere the moment between comparing and renaming remains.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from tracker.core.errors import TrackerError
from tracker.register.disk.content import Content, holds, mark, parts
from tracker.register.disk.exchange import exchange
from tracker.register.disk.lock import RegisterLock, not_written

__all__ = ["ChangedError", "KeptError", "RegisterLock", "replace_file", "sweep"]

_OURS = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}\.[0-9a-f]{8}\.(?:part|tmp)")


class ChangedError(TrackerError):
    """Somebody else changed the file in between: read it again and make the edit on that."""


class KeptError(ChangedError):
    """A version that somebody else wrote is now beside the file: a person has to look at it."""


def replace_file(path: Path, expected: bytes, new: Content) -> None:
    """Put `new` in the place of `expected`; the caller holds the register's lock.

    Mode, owner and group stay, as does a symbolic link, whose target is replaced. ChangedError if
    the file holds anything but `expected`, TrackerError if it cannot be written; in both cases the
    file is as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        status = _checked(target)
        sweep(target)
        _replace(target, status, expected, new)
    except OSError as error:
        raise not_written(path, error) from error


def _checked(target: Path) -> os.stat_result:
    status = target.stat()
    if not stat.S_ISREG(status.st_mode):
        raise TrackerError("{file} is not a file", file=str(target))
    if not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, "")
    return status


def _changed(target: Path) -> ChangedError:
    return ChangedError(
        "{file} was changed by somebody else just now: nothing was written, try again", file=str(target)
    )


def _replace(target: Path, status: os.stat_result, expected: bytes, new: Content) -> None:
    name = f".{target.name}.{mark(expected)}-{mark(new)}.{os.urandom(4).hex()}"
    temporary = target.with_name(name + ".part")
    try:
        _write(temporary, target, status, new)
        temporary = temporary.rename(target.with_name(name + ".tmp"))
        if not holds(target, expected):
            raise _changed(target)
        if exchange(temporary, target):
            _settle(temporary, target, expected, new)
        else:
            temporary.replace(target)
    finally:
        with suppress(OSError):
            _discard(temporary)
    _sync_folder(target.parent)


def _write(temporary: Path, target: Path, status: os.stat_result, new: Content) -> None:
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor has no path
        file.writelines(parts(new))
        file.flush()
        _keep_rights(descriptor, target, status)
        os.fsync(descriptor)


def _keep_rights(descriptor: int, target: Path, status: os.stat_result) -> None:
    """Give the new file the old one's group and mode, or fail; its owner where that is allowed.

    In another group than the old one's the file would be lost to that group's members, and open to others.
    """
    made = os.fstat(descriptor)
    if made.st_gid != status.st_gid:
        try:
            os.fchown(descriptor, -1, status.st_gid)
        except PermissionError:
            raise TrackerError(
                "{file} was not changed: it is for the group {group}, whose members would lose it, since this"
                " account is not one of them; have it added to the group, or give the file to a group of"
                " yours: chgrp GROUP {file}",
                file=str(target),
                group=_group(status.st_gid),
            ) from None
    if made.st_uid != status.st_uid:
        with suppress(PermissionError):
            os.fchown(descriptor, status.st_uid, -1)
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))


def _group(number: int) -> str:
    import grp

    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return str(number)


def _settle(temporary: Path, target: Path, expected: bytes, new: Content) -> None:
    """See what the exchange brought out, and put it back if it is not what was expected."""
    try:
        is_expected = holds(temporary, expected)
    except OSError:  # what can't be looked at is put back
        exchange(temporary, target)
        raise
    if is_expected:
        with suppress(OSError):  # else the next command sweeps it
            temporary.unlink()
        return
    exchange(temporary, target)
    if holds(temporary, new):
        raise _changed(target)
    exchange(temporary, target)  # a third version came meanwhile: the newest stays
    raise _kept(temporary, target)


def _kept(temporary: Path, target: Path) -> KeptError:
    kept = temporary.rename(target.with_name(f"{target.name}.kept-{os.urandom(4).hex()}"))
    return KeptError(
        "{file} was changed by somebody else, and one version of it is now in {kept}:"
        " compare the two, then try again",
        file=str(target),
        kept=str(kept),
    )


def sweep(target: Path) -> None:
    """Remove what a command that was killed left beside a file; the caller holds the lock.

    KeptError if that is a version of somebody else's, which is kept under another name.
    """
    prefix = f".{target.name}."
    for name in os.listdir(target.parent):  # noqa: PTH208 - of names alone, since there may be thousands
        if name.startswith(prefix) and _OURS.fullmatch(name, len(prefix)):
            left = target.with_name(name)
            if not _discard(left):
                raise _kept(left, target)


def _discard(temporary: Path) -> bool:
    """Remove a temporary file, unless what it holds was written by somebody else."""
    if not temporary.exists():
        return True
    if temporary.suffix == ".tmp" and mark(temporary.read_bytes()) not in temporary.name:
        return False
    temporary.unlink()
    return True


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some network file systems cannot, and the text itself is safe
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
