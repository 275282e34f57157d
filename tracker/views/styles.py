"""How the styles of a page look in a terminal.

The colours are the terminal's own sixteen, so that they suit a light and a dark one, and none
says what the words don't say.
"""

from __future__ import annotations

from typing import Final

from rich.style import Style

STYLES: Final = {
    "": Style.null(),
    "title": Style(bold=True),
    "heading": Style(bold=True),
    "late": Style(color="red", bold=True),
    "soon": Style(color="yellow"),
    "good": Style(color="green"),
    "quiet": Style(dim=True),
    "quote": Style(italic=True, bold=True),
    "command": Style(color="cyan"),
}
"""How a style of a page looks."""

STATES: Final = {
    "overdue": "late",
    "review-due": "",
    "blocked": "soon",
    "due-soon": "soon",
    "upcoming": "",
    "awaiting": "quiet",
    "active": "",
    "not-in-force": "quiet",
    "lapsed": "quiet",
    "done-late": "good",
    "done": "good",
    "waived": "quiet",
    "cancelled": "quiet",
    "superseded": "quiet",
}
"""The style of each state."""
