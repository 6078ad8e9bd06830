"""An initiative: one change being carried, in one form and so in one mode."""
