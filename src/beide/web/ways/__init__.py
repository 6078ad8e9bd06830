"""The agreed way of working: what a team built and agreed on, one version after another."""
