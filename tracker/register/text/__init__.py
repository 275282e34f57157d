"""The register's TOML as text: where each thing stands, and the smallest changes of it."""
