"""Who owes, seen from the register's own organisation."""

from __future__ import annotations

from collections.abc import Collection

WE, THEY, JOINT = "we", "they", "joint"
"""Who owes: our side, the other side, both."""


def side(bearers: Collection[str], us: Collection[str]) -> str:
    """Say who owes: 'we', 'they' or 'joint'; '' where the register doesn't say who we are."""
    if not us or not bearers:
        return ""
    ours = sum(bearer in us for bearer in bearers)
    if not ours:
        return THEY
    return WE if ours == len(bearers) else JOINT
