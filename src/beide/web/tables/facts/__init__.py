"""What the organisation's own event data says of a brick."""
