"""Event logs: reading and asking, beside pm4py and beside numpy on codes that are sorted already."""
