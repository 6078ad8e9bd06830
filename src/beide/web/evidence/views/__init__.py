"""Pages about event data, one small file a subject."""
