"""The code that opens a session: short, easy to read from the back row, and drawn."""

import secrets

# Without letters and digits that look alike, and without the vowels that spell words. A code that
# is guessed opens no more than a seat the guide sees counted, and while twenty sessions run one
# would need some four million guesses for it. So guessing is not slowed: that would ask for a
# memory of addresses.
ALPHABET = "CDFGHJKMNPQRTVWXY3479"
LENGTH = 6


def draw() -> str:
    """Return a code that was most likely never used."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def tidy(typed: str) -> str:
    """Return a code as it is kept: capitals, without the spaces or dashes that people type."""
    return "".join(mark for mark in typed.upper() if mark.isalnum())[: 2 * LENGTH]
