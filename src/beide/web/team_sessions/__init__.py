"""Sessions: a team's reflection, live, led by a guide, on phones without names or on paper."""
