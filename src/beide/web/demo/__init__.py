"""The demo organisation, built in the database through the same actions as everyone uses."""
