"""The register's files: found, read, locked, and replaced whole or not at all."""
