"""A reflection alone: a subject, a few statements, and what they tell."""
