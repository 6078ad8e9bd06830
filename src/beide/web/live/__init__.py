"""Telling open pages that something changed, over a websocket or when they ask."""
