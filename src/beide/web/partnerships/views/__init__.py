"""Pages about partners, about guests from outside, for those guests, and about readiness."""
