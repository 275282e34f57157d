"""The one clock: what day it is where the register lives."""

from __future__ import annotations

from datetime import date, datetime
from os import environ, readlink

from tracker.core.errors import TrackerError


def today(timezone: str) -> date:
    """Say what day it is in an IANA time zone; `TRACKER_TODAY` (a rehearsal, a test) wins."""
    if fixed := environ.get("TRACKER_TODAY"):
        try:
            return date.fromisoformat(fixed)
        except ValueError:
            raise TrackerError("TRACKER_TODAY is {text!r}; write a day as 2026-11-21", text=fixed) from None
    if timezone == "UTC":
        from datetime import UTC

        return datetime.now(UTC).date()
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone)).date()


def local_zone() -> str:
    """Name the time zone of this machine, UTC where it doesn't say."""
    if zone := environ.get("TZ", "").removeprefix(":"):
        return zone if _is_zone(zone) else "UTC"
    try:
        _, _, zone = readlink("/etc/localtime").partition("zoneinfo/")  # noqa: PTH115 - a text is wanted
    except OSError:
        return "UTC"
    return zone if zone and _is_zone(zone) else "UTC"


def _is_zone(name: str) -> bool:
    from zoneinfo import available_timezones

    return name in available_timezones()
