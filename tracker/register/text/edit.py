"""The smallest changes of a register's text, in one place: each takes a text and gives a Change."""

from tracker.register.text.additions import add_agreement, add_obligation, add_party, add_source
from tracker.register.text.change import Change
from tracker.register.text.entries import append_entry, entries, remove_entry, replace_entry
from tracker.register.text.keys import remove_key, set_key

__all__ = [
    "Change",
    "add_agreement",
    "add_obligation",
    "add_party",
    "add_source",
    "append_entry",
    "entries",
    "remove_entry",
    "remove_key",
    "replace_entry",
    "set_key",
]
