"""Cases in a list: by week and by a code, never by name, free text or person."""
