"""Values become text: one module a format, one a page, and the words in `wording`."""
