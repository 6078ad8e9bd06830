"""Work that takes longer than a request, and how far it is."""
