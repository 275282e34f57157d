"""What makes the questions quick: indexes over the tables, and the index of words."""

from __future__ import annotations

from typing import Final

INDEXES: Final[dict[str, str]] = {
    "obligations_ref": "CREATE UNIQUE INDEX obligations_ref ON obligations (ref)",
    "obligations_agreement": "CREATE INDEX obligations_agreement ON obligations (agreement)",
    "obligations_number": "CREATE INDEX obligations_number ON obligations (number) WHERE number > ''",
    "obligations_after": "CREATE INDEX obligations_after ON obligations (after) WHERE after > ''",
    "obligations_own": (
        "CREATE INDEX obligations_own ON obligations (substr(folded, instr(folded, '.') + 1), folded)"
    ),
    "obligation_parties_party": (
        "CREATE INDEX obligation_parties_party ON obligation_parties (party, obligation)"
    ),
    "agreement_phases_last": (
        "CREATE INDEX agreement_phases_last ON agreement_phases (last, agreement, look_from, start, end)"
    ),
    "former_refs_obligation": "CREATE INDEX former_refs_obligation ON former_refs (obligation)",
    "spans_obligation": "CREATE UNIQUE INDEX spans_obligation ON spans (obligation, start)",
    "spans_pressing": "CREATE INDEX spans_pressing ON spans (state, due, ref, start, end)",
}
"""Made once the tables are filled, which is quicker than while they are."""

SEARCH: Final = (
    "CREATE VIRTUAL TABLE search USING fts5 (words, content='', tokenize=\"unicode61 remove_diacritics 2\")"
)
"""The words of an obligation, under its id: titles in all languages, quote, notes, ref, number."""

WORDS: Final = (
    "o.title || char(10) || coalesce((SELECT group_concat(value, char(10)) FROM json_each(o.titles)), '')"
    " || char(10) || o.quote || char(10) || o.notes || char(10) || o.ref || ' ' || o.number"
)
"""The searched words of a line `o` of obligations; taken out of the index by the same words."""
