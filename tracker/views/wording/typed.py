"""Words as a person types them, in English or French, to the register's own.

Case, accents, spaces, dashes and the endings of French participles don't matter.
"""

from __future__ import annotations

from typing import Final

from tracker.core.names import fold
from tracker.core.vocabulary import AGREEMENT_STATUSES, LATE, STATES, STATUSES

_STATUSES: Final = {
    "open": ("reopen", "reopened", "ouvert", "rouvert", "reouvert"),
    "in-progress": ("started", "ongoing", "en cours", "commence", "entame"),
    "done": ("fait", "termine", "realise", "acheve", "accompli", "execute", "tenu", "held", "kept"),
    "blocked": ("bloque",),
    "postponed": ("reporte", "differe", "ajourne", "repousse"),
    "waived": ("leve", "renonce", "dispense"),
    "cancelled": ("canceled", "annule"),
    "superseded": ("replaced", "remplace"),
}
_OF_AGREEMENTS: Final = {
    "extended": ("prolonge", "proroge", "reconduit", "renewed"),
    "terminated": ("denonce", "resilie", "ended"),
    "suspended": ("suspendu",),
    "resumed": ("repris",),
}
_STATES: Final = {
    "overdue": ("past due", "echu", "echeance passee"),
    LATE: ("en retard", "retard", "known to be late"),
    "review-due": ("no news", "silent", "sans nouvelles", "sans nouvelle", "a revoir"),
    "blocked": ("bloque",),
    "due-soon": ("soon", "bientot", "bientot du", "echeance proche", "proche"),
    "upcoming": ("a venir", "coming"),
    "awaiting": ("waiting", "en attente", "attente"),
    "active": ("actif", "suivi"),
    "not-in-force": ("pas en vigueur", "hors vigueur"),
    "lapsed": ("ended", "expire", "caduc", "caduque"),
    "done-late": ("fait en retard", "faite en retard", "faites en retard"),
    "done": ("fait", "termine", "realise"),
    "waived": ("leve",),
    "cancelled": ("canceled", "annule"),
    "superseded": ("replaced", "remplace"),
}


def status_from(typed: str) -> str | None:
    """Give the status that a typed word means, None if it means none."""
    return _find(typed, STATUSES, _STATUSES)


def agreement_status_from(typed: str) -> str | None:
    """Give what a typed word says of an agreement, None if it says nothing of one."""
    return _find(typed, AGREEMENT_STATUSES, _OF_AGREEMENTS)


def state_from(typed: str) -> str | None:
    """Give the state that a typed word means, or `LATE`; None if it means none."""
    return _find(typed, (*STATES, LATE), _STATES)


def is_settled(typed: str) -> bool:
    """Say whether a typed word means that a dispute is over."""
    return _form(fold(typed).strip(), ("settled", "regle", "resolved", "resolu"))


def _find(typed: str, words: tuple[str, ...], others: dict[str, tuple[str, ...]]) -> str | None:
    plain = " ".join(fold(typed).replace("-", " ").replace("_", " ").split())
    for word in words:
        if plain == word.replace("-", " ") or _form(plain, others[word]):
            return word
    return None


def _form(plain: str, others: tuple[str, ...]) -> bool:
    """Say whether a word is one of others, or its feminine or plural."""
    return any(plain in {other, f"{other}e", f"{other}s", f"{other}es"} for other in others)
