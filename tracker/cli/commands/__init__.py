"""One module a command: `COMMAND` defines what is typed, `run` does it."""
