"""How to sign in to the demo organisation."""

# Known to everyone, and only ever given to the demo's invented people.
PASSWORD = "samen-aan-beide-kanten"  # noqa: S105
