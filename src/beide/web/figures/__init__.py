"""Figures for pages: described once in Python, drawn in the page, with a table beside them."""
