"""How much time can be set free while the promise holds."""
