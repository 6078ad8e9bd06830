"""The pages of a reflection alone, one subject a file."""
