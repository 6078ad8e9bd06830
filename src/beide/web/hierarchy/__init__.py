"""The hierarchy: improvement and renewal, analysed, planned, executed and held."""
