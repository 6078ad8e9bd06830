"""Room: how many hours a week can be set free, what was agreed, and what of it was used."""
