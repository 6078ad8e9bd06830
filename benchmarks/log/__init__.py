"""Event logs: reading and asking, beside pm4py and beside numpy on sorted codes."""
