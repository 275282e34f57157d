"""The catalogues of words: what the package says, merged into the .po files and compiled.

Run `python -m tests.views.catalogues` after a message was added or changed: it extracts all
messages, merges them into each .po file (an old translation that nearly fits is kept, marked
fuzzy, and not used until somebody has looked at it), compiles the .mo files, and names what is
still to be translated.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[2] / "tracker"
LOCALE = PACKAGE / "views" / "wording" / "locale"
FORMS = {
    "Text": 1,
    "TrackerError": 1,
    "MisuseError": 1,
    "say": 1,
    "tell": 1,
    "_": 1,
    "count": 2,
    "tell_count": 2,
    "_n": 2,
}
"""The calls that begin with a message: `count` and `_n` have its plural second."""

SPOKEN = {
    "fr": ("**/*.py",),
    "ar": (
        "views/wording/words.py",
        "views/report/*.py",
        "views/timeline/*.py",
        "views/reasons.py",
        "views/rules.py",
        "views/as_ical.py",
        "views/brief.py",
        "views/columns.py",
    ),
}
"""Which modules' messages each language has: French all, Arabic what reports and pages show."""

_FIXED = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def messages(patterns: tuple[str, ...]) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    """Give each message that modules of the package have, with the module's path before it."""
    return tuple(
        (path.relative_to(PACKAGE.parent).as_posix(), found)
        for path in sorted({path for pattern in patterns for path in PACKAGE.glob(pattern)})
        for found in said_in(path.read_text(encoding="utf-8"))
    )


def said_in(source: str) -> Iterator[str | tuple[str, ...]]:
    """Give the messages of a Python source in order: a text, or its singular and plural."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        words = [list(filter(_spoken, _texts(argument))) for argument in call.args[: FORMS.get(name, 0)]]
        if len(words) == 1:
            yield from words[0]
        elif words and all(words):
            yield tuple(forms[0] for forms in words)


def _spoken(text: str) -> bool:
    """Say whether a text has anything to translate: a letter, or more than one field."""
    return re.search(r"[^\W_]", re.sub(r"\{[^}]*\}", "", text)) is not None or text.count("{") > 1


def _texts(argument: ast.expr) -> Iterator[str]:
    """Give the text of a literal, or both of a choice between two."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)


def template(language: str) -> Catalog:
    """Make the catalogue of all that a language has to say, without translations."""
    catalog = Catalog(fuzzy=False)
    for module, message in messages(SPOKEN[language]):
        flags = ("python-brace-format",) if "{" in str(message) else ()
        catalog.add(message, locations=[(module, 0)], flags=flags)
    return catalog


def po_path(language: str) -> Path:
    """Say where a language's translations stand; the compiled ones stand beside them."""
    return LOCALE / language / "LC_MESSAGES" / "tracker.po"


def translations(language: str) -> Catalog:
    """Read a language's translations."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language)
    return read_po(BytesIO(path.read_bytes()), locale=language)


def compiled(catalog: Catalog) -> bytes:
    """Compile a catalogue as `msgfmt` does, without what is fuzzy."""
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def untranslated(catalog: Catalog) -> list[Message]:
    """Give the messages of a catalogue that lack a translation, or a plural form of one."""
    return [message for message in catalog if message.id and (message.fuzzy or not all(_forms(message)))]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def update(language: str) -> list[Message]:
    """Merge, write and compile a language's catalogue; give what is still to be translated."""
    old = translations(language)
    catalog = Catalog(
        locale=language,
        project="tracker",
        version="1",
        fuzzy=False,
        creation_date=_FIXED,
        revision_date=_FIXED,
        last_translator="",
        language_team="",
        header_comment=f"# What tracker says, in {language}.",
    )
    for message in old:
        if message.id:
            catalog[message.id] = message
    catalog.update(template(language), no_fuzzy_matching=False, update_creation_date=False)
    catalog.obsolete.clear()
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = BytesIO()
    write_po(buffer, catalog, width=100, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    path.write_bytes(buffer.getvalue())
    path.with_suffix(".mo").write_bytes(compiled(translations(language)))
    return untranslated(translations(language))


def main() -> int:
    """Update all catalogues; 1 if a message lacks its translation."""
    missing = 0
    for language in SPOKEN:
        for message in update(language):
            missing += 1
            sys.stderr.write(f"{language}: {message.id!r}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
