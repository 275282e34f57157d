"""Which module holds which command, so that only the chosen one is loaded."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

DEFAULT = "status"
"""The command of a bare `tracker`."""

MODULES = {
    "status": "status",
    "list": "listing",
    "show": "show",
    "update": "update",
    "note": "note",
    "undo": "undo",
    "add": "add",
    "add-agreement": "add_agreement",
    "check": "check",
    "accept": "accept",
    "sync": "sync",
    "serve": "serve",
    "init": "init",
    "extract": "extract",
    "diff": "diff",
    "log": "log",
    "report": "report",
    "git-setup": "git_setup",
    "merge-driver": "merge_driver",
    "textconv": "textconv",
    "calendar": "calendar",
    "timeline": "timeline",
    "brief": "brief",
}


def load(command: str) -> ModuleType:
    """Import the module of a command; KeyError for a name that is none."""
    return import_module(f"tracker.cli.commands.{MODULES[command]}")
