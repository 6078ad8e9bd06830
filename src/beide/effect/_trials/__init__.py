"""Trials on series of which the truth is known."""
