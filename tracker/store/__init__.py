"""The projection: what the register says, kept in SQLite for questions; deleted, it is built again."""
