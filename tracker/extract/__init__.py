"""Read an agreement or a press release and propose the obligations in it."""
