"""Pages about room, one small file a subject."""
