"""The pages of tensions, one subject a file."""
