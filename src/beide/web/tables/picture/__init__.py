"""A table as a picture of its own: for paper, for a file, and where no script runs."""

from beide.web.tables.picture.draw import picture

__all__ = ["picture"]
