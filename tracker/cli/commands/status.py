from __future__ import annotations
from tracker.cli.grammar import Argument, Command, Option
COMMAND = Command("status", "The morning picture", arguments=(Argument("scope","Agreements or parties",many=True,optional=True),), options=(Option("--fail-on","Exit 1 …",metavar="STATES"),))
def run(desk, **v):
    print(v); return 0
