"""Readers: each turns one kind of file into text columns in Parquet, and nothing more."""
