"""Cases of which the truth is known, to see whether the search says no more than it knows."""
