"""What every page shares: the base template, the look, errors, health and languages."""
