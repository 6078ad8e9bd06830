"""Evidence: the organisation's own event logs, read safely, and the promise over time."""
