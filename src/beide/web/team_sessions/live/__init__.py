"""Sessions over websockets: the same actions as pages, without asking again and again."""
