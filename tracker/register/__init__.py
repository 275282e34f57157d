"""commitments.toml: read it, find what is wrong with it, change it by splices, merge it."""
