"""What makes the questions quick: indexes over the tables, and the index of words."""

from __future__ import annotations

from typing import Final

INDEXES: Final[dict[str, str]] = {
    "obligations_ref": "CREATE UNIQUE INDEX obligations_ref ON obligations (ref)",
    "obligations_agreement": "CREATE INDEX obligations_agreement ON obligations (agreement)",
    "obligations_number": "CREATE INDEX obligations_number ON obligations (number) WHERE number > ''",
    "obligations_after": "CREATE INDEX obligations_after ON obligations (after) WHERE after > ''",
    "obligations_replacing": (
        "CREATE INDEX obligations_replacing ON obligations (agreement) WHERE replaces <> '[]'"
    ),
    "obligations_own": (
        "CREATE INDEX obligations_own ON obligations (substr(folded, instr(folded, '.') + 1), folded)"
    ),
    "obligation_parties_party": (
        "CREATE INDEX obligation_parties_party ON obligation_parties (party, obligation)"
    ),
    "agreement_phases_last": (
        "CREATE INDEX agreement_phases_last ON agreement_phases (last, agreement, look_from, start, end)"
    ),
    "agreement_phases_suspended": (
        "CREATE INDEX agreement_phases_suspended ON agreement_phases (end, start) WHERE suspended = 1"
    ),
    "former_refs_obligation": "CREATE INDEX former_refs_obligation ON former_refs (obligation)",
    "spans_obligation": "CREATE UNIQUE INDEX spans_obligation ON spans (obligation, start)",
    "spans_pressing": "CREATE INDEX spans_pressing ON spans (state, due, ref, start, end)",
    # what a report asks: news of a period, what turned in it, and what is to be decided
    "entries_on": "CREATE INDEX entries_on ON entries (on_day)",
    "entries_recorded": "CREATE INDEX entries_recorded ON entries (recorded) WHERE recorded > ''",
    "entries_unproved": (
        "CREATE INDEX entries_unproved ON entries (status, on_day)"
        " WHERE status IN ('done', 'postponed') AND evidence = '[]'"
    ),
    "spans_turned": (
        "CREATE INDEX spans_turned ON spans (start, end, state, due, ref, obligation, scheduled)"
        " WHERE state IN (0, 3)"
    ),
    "spans_informed": (
        "CREATE INDEX spans_informed ON spans (due, ref, start, end, state, informed)"
        " WHERE informed = 1 AND state = 0"
    ),
    "spans_silent": "CREATE INDEX spans_silent ON spans (start, end, ref, state) WHERE state = 1",
    "spans_blocked": (
        "CREATE INDEX spans_blocked ON spans (end, start, status, state, due, ref, obligation, scheduled)"
        " WHERE status = 'blocked'"
    ),
    "spans_disputed": "CREATE INDEX spans_disputed ON spans (end, start) WHERE dispute > ''",
    "spans_owner": "CREATE INDEX spans_owner ON spans (owner, state, start, end, missed)",
    "occurrence_spans_turned": (
        "CREATE INDEX occurrence_spans_turned ON occurrence_spans (start, end, state) WHERE state IN (0, 3)"
    ),
    "occurrence_spans_coming": (
        "CREATE INDEX occurrence_spans_coming ON occurrence_spans (due, end, start, state)"
        " WHERE state BETWEEN 2 AND 4"
    ),
    "occurrence_spans_blocked": (
        "CREATE INDEX occurrence_spans_blocked ON occurrence_spans (end, start, status, state)"
        " WHERE status = 'blocked'"
    ),
    "obligations_recurs": "CREATE INDEX obligations_recurs ON obligations (recurs) WHERE recurs = 1",
    "agreements_text": "CREATE INDEX agreements_text ON agreements (text, in_force)",
}
"""Made once the tables are filled, which is quicker than while they are."""

SEARCH: Final = (
    "CREATE VIRTUAL TABLE search USING fts5 (words, content='', tokenize=\"unicode61 remove_diacritics 2\")"
)
"""The words of an obligation, under its id: titles in all languages, quote, notes, tags, ref, number."""

WORDS: Final = (
    "o.title || char(10) || CASE WHEN o.titles IS NULL THEN ''"
    " ELSE (SELECT group_concat(value, char(10)) FROM json_each(o.titles)) END"
    " || char(10) || o.quote || char(10) || o.notes || char(10) || o.ref || ' ' || o.number"
    " || CASE WHEN o.tags = '[]' THEN ''"
    " ELSE char(10) || (SELECT group_concat(value, char(10)) FROM json_each(o.tags)) END"
)
"""The searched words of a line `o` of obligations; taken out of the index by the same words."""
