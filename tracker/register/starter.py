"""What `tracker init` writes: a register to begin with, and what git should know of it.

The example is commented out, so that a new register has no promise that nobody made; without the
`# ` before its lines it is right as it stands.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from tracker.core.errors import TrackerError
from tracker.register.disk.finding import REGISTER

_EN: Final = """\
# What was promised, by whom, and by when. Edit this file by hand or with tracker;
# everything else is worked out from it. The name in a header is the name to type:
# [obligations.plan-2026.half-yearly-meetings] is plan-2026.half-yearly-meetings.

# include = ["agreements/*.toml"]     # more files, below this folder

[settings]
title    = "Partnerships desk"
timezone = {timezone}# what "today" means
language = "en"                       # en or fr
soon     = "30 days"                  # how long before its date something is due soon
review   = "6 months"                 # how often to look at what has no date
# us     = ["OUR-OFFICE"]             # tells what we owe from what is owed to us

# An example. Take away the "# " before its lines, and put your own words in.
#
# [parties.OUR-OFFICE]
# name    = {{ en = "Our organisation", fr = "Notre organisation" }}
# aliases = ["OO"]                      # other names by which it is known
#
# [people.desk-officer]                 # a post rather than a person
# name  = "Desk officer"
# email = "desk@example.org"
#
# [agreements.plan-2026]
# title   = "Action plan 2026-2028"
# kind    = "action-plan"               # or agreement, mou, statement, meeting …
# text    = "signed"                    # what the source is: signed, press or minutes
# parties = ["OUR-OFFICE", "Partner"]
# date    = 2026-01-15                  # also "2026-01" or "2026", where the day is not known
# expires = 2028-12-31                  # the last day in force, if it has one
# source  = "sources/plan-2026.txt"     # relative to this file
#
# [obligations.plan-2026.half-yearly-meetings]
# title    = "Half-yearly meetings"
# kind     = "joint-meeting"
# modality = "obligation"               # shall; best-effort, intent, permission, prohibition
# every    = "6 months"                 # or due = 2026-06-30; or neither: then it is reviewed
# first    = 2026-07-15
# basis    = "date + 6 months"          # how a date was reckoned that the text doesn't state
# owner    = "desk-officer"
# quote    = "The parties shall meet twice a year"   # to the letter
# log = [
#   {{ on = 2026-07-10, for = 2026-07-15, status = "done", evidence = "minutes/2026-07.pdf" }},
# ]
"""

_FR: Final = """\
# Ce qui a été promis, par qui et pour quand. Ce fichier se modifie à la main ou avec
# tracker ; tout le reste en est déduit. Le nom d'un en-tête est celui que l'on tape :
# [obligations.plan-2026.reunions] s'appelle plan-2026.reunions.

# include = ["agreements/*.toml"]     # d'autres fichiers, sous ce dossier

[settings]
title    = "Bureau des partenariats"
timezone = {timezone}# ce que veut dire « aujourd'hui »
language = "fr"                       # fr ou en
soon     = "30 days"                  # combien de temps avant l'échéance elle est proche
review   = "6 months"                 # quand revoir ce qui n'a pas de date
# us     = ["NOTRE-BUREAU"]           # distingue ce que nous devons de ce qui nous est dû

# Un exemple. Enlevez « # » au début de ses lignes et mettez-y vos mots.
#
# [parties.NOTRE-BUREAU]
# name    = {{ fr = "Notre organisation", en = "Our organisation" }}
# aliases = ["NB"]                      # d'autres noms sous lesquels on la connaît
#
# [people.charge-de-mission]            # une fonction plutôt qu'une personne
# name  = "Chargé de mission"
# email = "bureau@example.org"
#
# [agreements.plan-2026]
# title   = "Plan d'action 2026-2028"
# kind    = "action-plan"               # ou agreement, mou, statement, meeting …
# text    = "signed"                    # ce qu'est la source : signed, press ou minutes
# parties = ["NOTRE-BUREAU", "Partenaire"]
# date    = 2026-01-15                  # ou "2026-01", "2026", si le jour n'est pas connu
# expires = 2028-12-31                  # le dernier jour en vigueur, s'il y en a un
# source  = "sources/plan-2026.txt"     # par rapport à ce fichier
#
# [obligations.plan-2026.reunions]
# title    = "Réunions semestrielles"
# kind     = "joint-meeting"
# modality = "obligation"               # ou best-effort, intent, permission, prohibition
# every    = "6 months"                 # ou due = 2026-06-30 ; ou ni l'un ni l'autre
# first    = 2026-07-15
# basis    = "date + 6 mois"            # d'où vient une date que le texte ne donne pas
# owner    = "charge-de-mission"
# quote    = "Les parties se réunissent deux fois par an"   # à la lettre
# log = [
#   {{ on = 2026-07-10, for = 2026-07-15, status = "done", evidence = "minutes/2026-07.pdf" }},
# ]
"""

_VALUE: Final = 26
"""Columns of a value of the settings, before its comment."""
_IGNORED: Final = ("commitments.db*", ".tracker/", ".*.part", ".*.tmp")
_ATTRIBUTES: Final = ("commitments.toml merge=tracker diff=tracker",)


def starter(language: str = "en", timezone: str = "UTC") -> str:
    """Give the text of a register to begin with, its comments in 'en' or 'fr'."""
    return (_FR if language == "fr" else _EN).format(timezone=f'"{timezone}"'.ljust(_VALUE) + " ")


def begin(folder: Path, language: str = "en", timezone: str = "UTC") -> list[Path]:
    """Write a register, `.gitignore` and `.gitattributes` into a folder, and give what was written.

    The folder is made if need be. Lines are added to the files of git where they lack them, and
    nothing that stands there is changed. TrackerError where there is a register, or it can't be written.
    """
    register = folder / REGISTER
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _create(register, starter(language, timezone))
        written.append(register)
        for name, lines in ((".gitignore", _IGNORED), (".gitattributes", _ATTRIBUTES)):
            if add_lines(folder / name, lines):
                written.append(folder / name)
    except FileExistsError:
        if not folder.is_dir():
            raise TrackerError("{path} is a file; name a folder", path=str(folder)) from None
        raise TrackerError(
            "{path} is there already, and init never overwrites; edit it, or name another folder",
            path=str(register),
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TrackerError("{path} can't be written: {reason}", path=str(folder), reason=reason) from None
    return written


def _create(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def add_lines(path: Path, lines: tuple[str, ...]) -> bool:
    """Add the lines that a file lacks to its end, with the line ends it has; say whether any."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        _create(path, "".join(f"{line}\n" for line in lines))
        return True
    present = {line.strip() for line in content.decode(errors="replace").splitlines()}
    missing = [line for line in lines if line not in present]
    if missing:
        end = "\r\n" if b"\r\n" in content else "\n"
        lead = "" if not content or content.endswith(b"\n") else end
        with path.open("ab") as stream:
            stream.write((lead + "".join(line + end for line in missing)).encode())
    return bool(missing)
