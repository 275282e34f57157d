"""What a register may state: its keys, their types, and what their values mean."""
