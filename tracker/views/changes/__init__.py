"""What changed in the register, as a page, as Markdown and as JSON."""
