"""The reasons why a sentence is left out, as texts to be put into words."""

from typing import Final

from tracker.core.errors import Text

_REASONS: Final = (
    Text("background"),
    Text("effect"),
    Text("estimate"),
    Text("no actor"),
    Text("no duty seen"),
    Text("nothing promised"),
    Text("opinion"),
    Text("policy"),
    Text("possibility"),
    Text("praise"),
    Text("speech"),
    Text("status"),
    Text("third party"),
    Text("travel"),
)
_KNOWN: Final = {reason.msgid: reason for reason in _REASONS}


def reason_of(name: str) -> Text:
    """Give the reason that rules name, as a text."""
    return _KNOWN.get(name) or Text("{reason}", {"reason": name})
