"""commitments.toml: found, read, checked and edited. The text is the truth; nothing here stores it elsewhere."""
