"""Where the rooms meet: the text is read, worked out, projected, asked and changed."""
