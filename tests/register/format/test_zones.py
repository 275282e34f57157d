"""Time zones, and cities that are none."""

from zoneinfo import available_timezones

import pytest

from tracker.register.format.wrong import Wrong
from tracker.register.format.zones import CAPITALS, city_zone, is_zone, read_zone


def test_no_city_of_ours_is_a_zone_and_each_stands_for_one() -> None:
    zones = available_timezones()
    folded = {zone.casefold() for zone in zones}
    assert not folded & CAPITALS.keys()
    assert zones >= set(CAPITALS.values())


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("UTC", "UTC"),
        ("Africa/Casablanca", "Africa/Casablanca"),
        ("Africa/Rabat", "Africa/Casablanca"),
        ("asia/abu dhabi", "Asia/Dubai"),
    ],
)
def test_zones_are_read(name: str, zone: str) -> None:
    assert read_zone(name) == zone


def test_cities() -> None:
    assert city_zone("Europe/Geneva") == "Europe/Zurich"
    assert city_zone("Europe/Paris") == ""


@pytest.mark.parametrize("name", ["", "Africa", "../zone", "/etc/passwd", "a\0b", "x" * 5000, "Nowhere/City"])
def test_what_is_no_zone(name: str) -> None:
    assert not is_zone(name)
    with pytest.raises(Wrong):
        read_zone(name)
