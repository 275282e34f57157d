"""The days of the week, and how one stands before a date: "on Monday, 1 March"."""

import re
from typing import Final

WEEKDAYS: Final = {
    name: place
    for names in (
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    )
    for place, name in enumerate(names)
}
WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}),? (?:the |le )?$")
"""One directly before a date, at the end of the words that precede it."""
