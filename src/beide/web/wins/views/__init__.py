"""Pages about what is in the way, and about what went well."""
