"""Template tags of room."""
