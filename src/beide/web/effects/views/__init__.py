"""Pages about effects: making a plan, and reading what the data said."""
