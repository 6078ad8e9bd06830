"""The process map: which step comes after which, from the main road to every path."""
