"""Tools for those who develop Beide; none of them is needed to run it."""
