"""Tensions: what does not fit, and what must go on meanwhile."""
