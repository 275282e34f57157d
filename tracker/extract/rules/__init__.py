"""The rules, as data: one module a language, verbs and places beside them."""
