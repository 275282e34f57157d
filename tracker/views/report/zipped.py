"""Office documents are ZIP archives: made to have the same bytes whenever they hold the same."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CORE: Final = "docProps/core.xml"
_WHEN: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def settled(archive: bytes, day: str) -> bytes:
    """Give an archive again, with all its times those of a day (ISO, 1980 or later)."""
    year, month, date = map(int, max(day, "1980-01-01").split("-"))
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as read, ZipFile(out, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            if name == _CORE:
                content = _WHEN.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode() + rb"\2", content)
            info = ZipInfo(name, (year, month, date, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            written.writestr(info, content)
    return out.getvalue()
