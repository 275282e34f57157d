"""What is added to an array or an inline table, or taken out, in the layout that it has."""

from __future__ import annotations

import re

from tracker.register.text.change import Splice, newline_at
from tracker.register.text.tokens import Parts

_COMMENT_LINE = re.compile(r"([ \t]*+)#[^\n]*+\n")


def part_added(text: str, within: Parts, written: str, base: str, unit: str) -> list[Splice]:
    """Add an element to an array on a line of its own, behind the last one and its comment.

    `base` is the indentation of the line on which the array's statement begins, and `unit` what
    its elements are indented by beyond that, where there is none to go by. An array on one line
    is broken, one element a line. Comments stay with the element that they stand by, and those
    before the closing bracket stay there.
    """
    newline = newline_at(text, within.close)
    indent = _indent(text, within, base + unit)
    line = newline + indent + written
    if not within.parts:
        return [_into_empty(text, within, line, newline + base)]
    last = within.parts[-1]
    if "\n" not in text[within.open : within.close]:
        return _broken(within, line, newline, base, indent)
    comma = "," if last.comma >= 0 else ""
    behind = last.comma + 1 if comma else last.value_end
    splices = [] if comma else [Splice(behind, behind, ",")]
    if "\n" in text[behind : within.close]:
        behind = _line_end(text, _comments_end(text, behind, len(indent)))
    return [*splices, Splice(behind, behind, line + comma)]


def _into_empty(text: str, within: Parts, line: str, close: str) -> Splice:
    first = within.open + 1
    if "\n" not in text[first : within.close]:
        return Splice(first, within.close, f"{line},{close}")
    behind = _line_end(text, text.rfind("\n", first, within.close))
    return Splice(behind, behind, line + ",")


def _broken(within: Parts, line: str, newline: str, base: str, indent: str) -> list[Splice]:
    splices, before = [], within.open + 1
    for part in within.parts:
        splices.append(Splice(before, part.start, newline + indent))
        before = part.comma + 1 if part.comma >= 0 else part.value_end
    comma = "" if within.parts[-1].comma >= 0 else ","
    splices.append(Splice(before, within.close, f"{comma}{line},{newline}{base}"))
    return splices


def _indent(text: str, within: Parts, otherwise: str) -> str:
    """Take the indentation of the last element that begins a line."""
    for part in reversed(within.parts):
        line = text.rfind("\n", 0, part.start) + 1
        if line > within.open and not text[line : part.start].strip(" \t"):
            return text[line : part.start]
    return otherwise


def _comments_end(text: str, position: int, indent: int) -> int:
    """Find the line feed behind the comment at `position` and its further lines.

    A comment further in than the elements goes on from the one beside the element above it.
    """
    end = text.index("\n", position)
    if "#" not in text[position:end]:
        return end
    while (more := _COMMENT_LINE.match(text, end + 1)) and len(more[1]) > indent:
        end = more.end() - 1
    return end


def _line_end(text: str, line_feed: int) -> int:
    return line_feed - 1 if text[line_feed - 1] == "\r" else line_feed


def pair_added(within: Parts, written: str) -> list[Splice]:
    """Add a pair (or an element) behind the last one, on the line where that ends."""
    if not within.parts:  # and perhaps comments
        pad = " " if within.close == within.open + 1 else ""
        return [Splice(within.close, within.close, f"{pad}{written} ")]
    last = within.parts[-1]
    if last.comma >= 0:
        return [Splice(last.comma + 1, last.comma + 1, f" {written},")]
    return [Splice(last.value_end, last.value_end, f", {written}")]


def part_removed(text: str, within: Parts, number: int) -> list[Splice]:
    """Take out an element or a pair with one comma, and with its lines if it has them to itself."""
    part, before = within.parts[number], within.parts[number - 1] if number else None
    behind = part.comma + 1 if part.comma >= 0 else part.value_end
    is_last = number + 1 == len(within.parts)
    following = within.close if is_last else within.parts[number + 1].start
    loose = [Splice(before.comma, before.comma + 1, "")] if before and part.comma < 0 else []
    line = text.rfind("\n", 0, part.start) + 1
    feed = text.find("\n", behind, following)
    if line > within.open and feed >= 0 and not text[line : part.start].strip(" \t"):
        return [*loose, Splice(line, feed + 1, "")]
    if feed < 0 and not is_last:
        return [Splice(part.start, following, "")]
    if before and loose and "\n" not in text[before.comma : part.start]:
        return [Splice(before.comma, behind, "")]
    return [*loose, Splice(part.start, behind, "")]
