"""A timeline as SVG, for a page or a file of its own: shapes tell the states, colours only help.

It holds no script and nothing from elsewhere. Colours are classes of `STYLE`, and everything else takes
`currentColor`, so that a page sets them for light, dark and paper. Each mark has a title, and the
picture a description, for those who hear it. In Arabic time runs from right to left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from typing import Final

from tracker.core.timeline_picture import Bar, Mark, Strip, TimelinePicture
from tracker.views import safe
from tracker.views.measure import wrap
from tracker.views.timeline.words import aside, heading, life, shape
from tracker.views.wording import Wording

STYLE: Final = """\
.tl{font:13px/1.4 system-ui,"Noto Sans","Noto Sans Arabic",sans-serif;color:#1b1f24}
.tl text{fill:currentColor}
.tl .tl-quiet{opacity:.62}
.tl .tl-title{font-weight:600}
.tl .tl-grid{stroke:currentColor;opacity:.14}
.tl .tl-today{stroke:currentColor;stroke-width:1.5;stroke-dasharray:3 3;opacity:.75}
.tl .tl-bar{fill:currentColor;opacity:.2}
.tl .tl-on{fill:currentColor;opacity:.45}
.tl .tl-end{stroke:currentColor;stroke-width:2.5;opacity:.7}
.tl .tl-pause{fill:none;stroke:currentColor;stroke-dasharray:2 3;opacity:.6}
.tl .tl-notice{fill:none;stroke:currentColor;stroke-width:1.5}
.tl .tl-mark{stroke:currentColor;stroke-width:1.6;fill:none}
.tl .tl-full{fill:currentColor}
.tl .tl-late,.tl .tl-overdue{color:#b3261e}
.tl .tl-blocked,.tl .tl-due-soon{color:#8a5a00}
.tl .tl-review-due{color:#6a3fa0}
.tl .tl-done,.tl .tl-done-late{color:#1a7340}
.tl .tl-upcoming,.tl .tl-active{color:#1f5fa8}
.tl .tl-waived,.tl .tl-cancelled,.tl .tl-superseded,.tl .tl-lapsed,.tl .tl-not-in-force{color:#666}
@media (prefers-color-scheme:dark){
.tl{color:#e6e8eb}
.tl .tl-late,.tl .tl-overdue{color:#ff8a80}
.tl .tl-blocked,.tl .tl-due-soon{color:#f2c14e}
.tl .tl-review-due{color:#c9a7f5}
.tl .tl-done,.tl .tl-done-late{color:#6fd08c}
.tl .tl-upcoming,.tl .tl-active{color:#8bbcf5}
.tl .tl-waived,.tl .tl-cancelled,.tl .tl-superseded,.tl .tl-lapsed,.tl .tl-not-in-force{color:#aaa}
}
@media print{.tl{color:#000}}"""
"""The rules of the classes; a page that has its own leaves them out."""

WIDTH: Final = 960
_LABEL, _GAP, _EDGE = 300, 16, 8
_LINE: Final = 17
_ROW: Final = 9
_LETTERS, _INDENT = 42, 12
_TOP: Final = 52
_TICKS: Final = 9
_FULL: Final = frozenset({"late", "overdue", "due-soon", "done", "blocked"})
SHAPES: Final = {
    "late": "M-6 -6L6 6M6 -6L-6 6",
    "overdue": "M0 -7L7 6H-7Z",
    "review-due": "M-3 -3C-3 -7 3 -7 3 -3C3 0 0 0 0 3M0 5.6V7",
    "blocked": "M-5 -5H5V5H-5Z",
    "due-soon": "M0 -7L7 0L0 7L-7 0Z",
    "upcoming": "M0 -6.5L6.5 0L0 6.5L-6.5 0Z",
    "awaiting": "M-5 0H-4M-.5 0H.5M4 0H5",
    "active": "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z",
    "not-in-force": "M-2 0A2 2 0 1 1 2 0A2 2 0 1 1 -2 0Z",
    "lapsed": "M-6 0H6",
    "done-late": "M-5.5 0A5.5 5.5 0 1 1 5.5 0A5.5 5.5 0 1 1 -5.5 0ZM-5.5 0H5.5",
    "done": "M-5.5 0A5.5 5.5 0 1 1 5.5 0A5.5 5.5 0 1 1 -5.5 0Z",
    "waived": "M-5 -5H5V5H-5ZM-5 5L5 -5",
    "cancelled": "M-5.5 0A5.5 5.5 0 1 1 5.5 0A5.5 5.5 0 1 1 -5.5 0ZM-4 4L4 -4",
    "superseded": "M-5 -5L0 0L-5 5M0 -5L5 0L0 5",
}
"""The outline of each shape about its place, some 14 units wide."""


def svg(shown: TimelinePicture, wording: Wording, *, styled: bool = True) -> str:
    """Draw the picture as one `svg` element; without `styled` the page has to bring `STYLE`."""
    return "\n".join(_Drawing(shown, wording).document(styled=styled))


class _Drawing:
    """The layout: labels on the side where lines begin, the axis beside them."""

    def __init__(self, shown: TimelinePicture, wording: Wording) -> None:
        self.shown, self.wording = shown, wording
        self.axis = shown.axis
        self.mirrored = wording.right_to_left
        self.y = _TOP

    def document(self, *, styled: bool) -> Iterator[str]:
        body = [line for bar in self.shown.bars for line in self._bar(bar)]
        if self.shown.more:
            said = self.wording.count("and {n} more agreement", "and {n} more agreements", self.shown.more)
            body.extend(self._label([said], "tl-quiet", 0))
            self.y += _LINE
        bottom = self.y
        legend = list(self._legend())
        title = _text(heading(self.shown, self.wording))
        direction = "rtl" if self.mirrored else "ltr"
        size = f'viewBox="0 0 {WIDTH} {self.y}" width="{WIDTH}" height="{self.y}"'
        fitting = ' style="max-width:100%;height:auto"' if styled else ""
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" role="img" lang="{self.wording.language}"'
            f' direction="{direction}" {size}{fitting}>'
        )
        yield f"<title>{title}</title>"
        yield f"<desc>{_text(self._spoken())}</desc>"
        if styled:
            yield f"<style>{STYLE}</style>"
        yield from self._ruler(bottom)
        yield from body
        yield from legend
        yield "</svg>"

    def _spoken(self) -> str:
        """Say what is seen, for those who don't see it."""
        return self.wording.say(
            "Dates from {first} to {last}, by agreement",
            first=self.wording.date(self.shown.start),
            last=self.wording.date(self.shown.end),
        )

    def _x(self, at: float) -> float:
        """Give the place of a fraction of the axis."""
        along = _LABEL + _GAP + at * (WIDTH - _LABEL - _GAP - _EDGE)
        return round(WIDTH - along if self.mirrored else along, 1)

    def _side(self, x: float) -> float:
        return WIDTH - x if self.mirrored else x

    def _ruler(self, bottom: float) -> Iterator[str]:
        for tick in self.axis.ticks(_TICKS):
            x = self._x(tick.at)
            yield f'<line class="tl-grid" x1="{x}" y1="{_TOP - 14}" x2="{x}" y2="{bottom}"/>'
            yield (
                f'<text class="tl-quiet" x="{x}" y="{_TOP - 20}" text-anchor="middle" direction="ltr">'
                f"{tick.name}</text>"
            )
        if self.axis.holds(self.shown.as_of):
            x = self._x(self.axis.at(self.shown.as_of))
            yield f'<line class="tl-today" x1="{x}" y1="{_TOP - 14}" x2="{x}" y2="{bottom}"/>'
            said = _text(self.wording.say("today"))
            yield f'<text class="tl-title" x="{x}" y="{_TOP - 38}" text-anchor="middle">{said}</text>'

    def _bar(self, bar: Bar) -> Iterator[str]:
        title = safe.line(bar.title)
        parts = list(wrap(title, _LETTERS))
        middle = self.y + _LINE / 2
        yield "<g>"
        yield f"<title>{_text(f'{title}: {life(bar, self.wording)}')}</title>"
        yield from self._life(bar, middle)
        yield from self._label(parts, "tl-title", 0)
        yield "</g>"
        for strip in bar.strips:
            yield from self._strip(strip)
        if said := aside(bar, self.wording):
            yield from self._label([self.wording.listed(tuple(said))], "tl-quiet", _INDENT)
        self.y += _ROW

    def _label(self, parts: Sequence[str], style: str, indent: float) -> Iterator[str]:
        """Set lines of a label; the next row begins below them."""
        for part in parts:
            x = self._side(_EDGE + indent)
            yield f'<text class="{style}" x="{x}" y="{self.y + _LINE - 4}">{_text(part)}</text>'
            self.y += _LINE
        self.y += 3

    def _life(self, bar: Bar, middle: float) -> Iterator[str]:
        """Draw the days on which an agreement is in force, those of a suspension apart."""
        if bar.start > self.shown.end or "" < bar.until < self.shown.start:
            return
        first, last = self.axis.begin(bar.start), self.axis.over(bar.until)
        yield self._rectangle("tl-bar", first, last, middle)
        x, onwards = self._x(last), -1 if self.mirrored else 1
        if self.axis.holds(bar.until):
            yield f'<path class="tl-end" d="M{x} {middle - 8}V{middle + 8}"/>'
        else:
            arrow = f"M{x - 3 * onwards} {middle - 8}l{9 * onwards} 8l{-9 * onwards} 8Z"
            yield f'<path class="tl-on" d="{arrow}"/>'
        for start, end in bar.pauses:
            began = max(self.axis.begin(start), first)
            yield self._rectangle("tl-pause", began, max(min(self.axis.begin(end), last), began), middle)
        if self.axis.holds(bar.notice_by):
            x = self._x(self.axis.at(bar.notice_by))
            said = self.wording.say("last day to give notice: {day}", day=self.wording.date(bar.notice_by))
            yield f"{_notice(x, middle)}<title>{_text(said)}</title></path>"

    def _rectangle(self, style: str, first: float, last: float, middle: float) -> str:
        left, right = sorted((self._x(first), self._x(last)))
        return (
            f'<rect class="{style}" x="{left}" y="{middle - 5}" width="{round(right - left, 1)}" height="10"'
            ' rx="2"/>'
        )

    def _strip(self, strip: Strip) -> Iterator[str]:
        middle = self.y + _LINE / 2
        title = safe.line(strip.title)
        yield from self._label(list(wrap(title, _LETTERS - 2)), "", _INDENT)
        for mark in strip.marks:
            x = self._x(self.axis.at(mark.due))
            yield _mark(
                mark.shape, x, middle, self.wording.say("{title}: {of}", title=title, of=self._said(mark))
            )

    def _said(self, mark: Mark) -> str:
        day, standing = self.wording.date(mark.due), shape(mark.shape, self.wording)
        if mark.scheduled and mark.scheduled != mark.due:
            moved = self.wording.date(mark.scheduled)
            return self.wording.say(
                "{day} (moved from {before}), {state}", day=day, before=moved, state=standing
            )
        return self.wording.say("{day}, {state}", day=day, state=standing)

    def _legend(self) -> Iterator[str]:
        """Say what the shapes mean, in lines as wide as the picture."""
        self.y += _LINE
        x = float(_EDGE)
        for draw, said in self._keys():
            wide = 26 + 7.5 * len(said) + 18
            if x + wide > WIDTH - _EDGE:
                x, self.y = float(_EDGE), self.y + _LINE + 4
            yield draw(self._side(x + 8), self.y)
            yield f'<text x="{self._side(x + 22)}" y="{self.y + 4}">{_text(said)}</text>'
            x += wide
        self.y += _LINE

    def _keys(self) -> Iterator[tuple[Callable[[float, float], str], str]]:
        """Give what the legend explains: how it is drawn at a place, and what it means."""
        for name in self.shown.shapes:
            said = shape(name, self.wording)
            yield partial(_mark, name, said=said), said
        say = self.wording.say
        yield partial(_strip_of, "tl-bar"), say("agreement in force")
        if any(bar.pauses for bar in self.shown.bars):
            yield partial(_strip_of, "tl-pause"), self.wording.status("suspended")
        if any(self.axis.holds(bar.notice_by) for bar in self.shown.bars):
            yield (lambda x, y: f"{_notice(x, y + 4)}</path>"), say("last day to give notice")


def _strip_of(style: str, x: float, y: float) -> str:
    return f'<rect class="{style}" x="{x - 8}" y="{y - 5}" width="16" height="10" rx="2"/>'


def _notice(x: float, y: float) -> str:
    return f'<path class="tl-notice" transform="translate({x} {y})" d="M-5 -8H5L0 0Z">'


def _mark(name: str, x: float, y: float, said: str) -> str:
    full = " tl-full" if name in _FULL else ""
    return (
        f'<g class="tl-{name}" transform="translate({x} {y})"><title>{_text(said)}</title>'
        f'<path class="tl-mark{full}" d="{SHAPES[name]}"/></g>'
    )


def _text(text: str) -> str:
    """Give a text that is that text and no markup; XML has no place for two of Unicode's numbers."""
    return escape(
        safe.line(text).translate({0xFFFE: "\N{REPLACEMENT CHARACTER}", 0xFFFF: "\N{REPLACEMENT CHARACTER}"})
    )
