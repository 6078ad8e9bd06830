"""What a table can start from, besides nothing."""
