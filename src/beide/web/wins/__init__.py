"""Barriers and wins: what is in the way, who can take it away, and what went well."""
