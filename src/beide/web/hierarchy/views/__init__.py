"""The pages of the hierarchy, one subject a file."""
