"""The register's history, as git keeps it: what it said at a revision, and who changed what."""
