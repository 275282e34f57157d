"""The timeline for programs."""

from __future__ import annotations

import json

from tests.views.dates_of_november import picture
from tests.views.golden import agrees
from tests.views.hostile import acts
from tests.views.timeline.test_as_text import hostile
from tracker.views.timeline.as_json import lines


def test_the_picture_to_the_letter() -> None:
    assert agrees("timeline.json", "\n".join(lines(picture())).split("\n"))


def test_what_has_no_end_has_null() -> None:
    document = json.loads("".join(lines(picture()._replace(known_at=""))))
    assert document["known_at"] is None
    assert [one["expires"] for one in document["agreements"]] == ["2024-06-30", None, "2027-12-31"]


def test_a_hostile_title_is_escaped() -> None:
    text = "\x1b[31m\u202e"
    (shown,) = lines(hostile(text))
    assert not acts(shown.replace("\n", ""))
    assert json.loads(shown)["title"] == text
