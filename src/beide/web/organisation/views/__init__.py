"""Pages about an organisation: its people, its teams, its settings, and the way in."""
