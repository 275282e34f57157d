"""Three versions of a register come to one, by meaning."""
