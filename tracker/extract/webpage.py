"""The main text of a web page, by the standard parser."""

import re
from html.parser import HTMLParser
from typing import Final

_SKIPPED: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "head",
    ]
)
_VOID: Final = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "source", "area", "base", "col", "embed", "track", "wbr"]
)
_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "br",
        "hr",
        "address",
    ]
)
_MAIN: Final = frozenset({"main", "article"})
_ENOUGH = 300


class _Page(HTMLParser):
    """Collect the text of a page, and apart from it that of its main part."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.whole: list[str] = []
        self.main: list[str] = []
        self._skipped = 0
        self._main = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the parser's signature
        if tag in _SKIPPED:
            self._skipped += 1
        if tag in _MAIN:
            self._main += 1
        if tag in _BLOCKS:
            self._add("\n" if tag in {"li", "tr", "br"} else "\n\n")
            self._add("- " if tag == "li" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        if tag in _BLOCKS - _VOID:
            self._add("\n")
        if tag in _MAIN:
            self._main = max(0, self._main - 1)

    def handle_data(self, data: str) -> None:
        self._add(re.sub(r"\s+", " ", data))

    def _add(self, text: str) -> None:
        if not self._skipped:
            self.whole.append(text)
            if self._main:
                self.main.append(text)


def main_text(markup: str) -> str:
    """Give the text of ``main`` or ``article`` where there is enough of it, else of the page."""
    page = _Page()
    page.feed(markup)
    page.close()
    main = _tidy("".join(page.main))
    return main if len(main) >= _ENOUGH else _tidy("".join(page.whole))


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n" if text.strip() else ""
