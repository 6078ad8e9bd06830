"""The one secret that a phone holds, and what comes from it. Only the keys are ever kept."""

import secrets

import numpy as np
from django.utils.crypto import salted_hmac

COOKIE = "beide_seat"
HOURS = 12


def new_secret() -> str:
    """Draw a secret for a phone."""
    return secrets.token_urlsafe(24)


def seat_key(secret: str) -> str:
    """Return the key under which a phone takes part."""
    return salted_hmac("beide.sessions.seat", secret, algorithm="sha256").hexdigest()


def sheet_key(secret: str, topic: int) -> str:
    """Return the key under which a phone answers about one tension."""
    salt = f"beide.sessions.sheet.{topic}"
    return salted_hmac(salt, secret, algorithm="sha256").hexdigest()


def chance(secret: str, topic: int, *, round: int, position: int) -> np.random.Generator:  # noqa: A002
    """Return what draws a phone's next statement: the same one again after a refresh."""
    salt = f"beide.sessions.draw.{topic}"
    drawn = salted_hmac(salt, secret, algorithm="sha256").hexdigest()
    return np.random.default_rng([int(drawn[:16], 16), round, position])
