"""When does it go well: asking a log, and what a team does with what was found."""
