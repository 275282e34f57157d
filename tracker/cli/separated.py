"""How CSV is written for the program that reads it: `--bom` and `--delimiter`."""

from __future__ import annotations

from typing import Final, NamedTuple

from tracker.cli.grammar import FLAG, Option
from tracker.core.errors import TrackerError

OPTIONS: Final = (
    Option("--bom", "Begin CSV so that Excel reads its accents", FLAG),
    Option("--delimiter", "What separates the cells of CSV: ',', ';', '|' or tab", metavar="SIGN"),
)
_SIGNS: Final = {",": ",", ";": ";", "|": "|", "tab": "\t", "\\t": "\t", "\t": "\t"}


class Separated(NamedTuple):
    """How cells are separated, and whether a byte order mark stands before them."""

    delimiter: str = ","
    bom: bool = False


COMMAS: Final = Separated()


def separated(form: str, *, bom: bool, delimiter: str | None) -> Separated:
    """Read the options; TrackerError where they are not for CSV, or separate by something else."""
    if form != "csv" and (bom or delimiter is not None):
        raise TrackerError("--bom and --delimiter are for --format csv")
    if delimiter is None:
        return Separated(bom=bom)
    if delimiter not in _SIGNS:
        raise TrackerError(
            "{sign!r} does not separate cells; write ',', ';', '|' or tab after --delimiter", sign=delimiter
        )
    return Separated(_SIGNS[delimiter], bom)
