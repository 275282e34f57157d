"""Time zones: the IANA list, and the capitals that people look for in it in vain."""

from __future__ import annotations

from typing import Final

from tracker.core.errors import Text
from tracker.register.format.wrong import Wrong, brief, nearest

CAPITALS: Final = {
    "africa/abuja": "Africa/Lagos",
    "africa/antananarivo": "Indian/Antananarivo",
    "africa/cape_town": "Africa/Johannesburg",
    "africa/pretoria": "Africa/Johannesburg",
    "africa/rabat": "Africa/Casablanca",
    "africa/yaounde": "Africa/Douala",
    "america/brasilia": "America/Sao_Paulo",
    "america/ottawa": "America/Toronto",
    "america/quito": "America/Guayaquil",
    "america/washington": "America/New_York",
    "asia/abu_dhabi": "Asia/Dubai",
    "asia/ankara": "Europe/Istanbul",
    "asia/astana": "Asia/Almaty",
    "asia/beijing": "Asia/Shanghai",
    "asia/doha": "Asia/Qatar",
    "asia/hanoi": "Asia/Ho_Chi_Minh",
    "asia/islamabad": "Asia/Karachi",
    "asia/jeddah": "Asia/Riyadh",
    "asia/mecca": "Asia/Riyadh",
    "asia/nur-sultan": "Asia/Almaty",
    "asia/new_delhi": "Asia/Kolkata",
    "europe/ankara": "Europe/Istanbul",
    "europe/bern": "Europe/Zurich",
    "europe/geneva": "Europe/Zurich",
    "europe/the_hague": "Europe/Amsterdam",
}
"""Cities that are not zones, in small letters, and the zone whose time they keep."""


def city_zone(name: str) -> str:
    """Give the zone of a city that is not in the list, '' for others."""
    return CAPITALS.get(name.replace(" ", "_").casefold(), "")


def is_zone(name: str) -> bool:
    """Say whether the IANA list has a zone of that name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a folder of the list; not a name at all; not found
        return False
    return True


def read_zone(value: object) -> str:
    """Take a time zone; a city that is not one gives the zone whose time it keeps."""
    if type(value) is not str:
        raise Wrong("E202", Text('a time zone is a text, such as "Africa/Casablanca"'))
    if zone := city_zone(value):
        return zone
    if value == "UTC" or is_zone(value):
        return value
    from zoneinfo import available_timezones

    near = nearest(value, available_timezones())
    if near:
        raise Wrong(
            "E211",
            Text("{name!r} is not a time zone; did you mean {near}?", {"name": brief(value), "near": near}),
        )
    raise Wrong(
        "E211",
        Text(
            "{name!r} is not a time zone; write one of the IANA list, such as Africa/Casablanca or UTC",
            {"name": brief(value)},
        ),
    )
