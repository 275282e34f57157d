"""The command line: parse, call, print; the one error handler; the one clock."""
