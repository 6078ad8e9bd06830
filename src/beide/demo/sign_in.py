"""How to sign in to the demo organisation: there is one in Dutch and one in English."""

from typing import Literal

from beide.demo.story import Person, organisation

Language = Literal["nl", "en"]

# Known to everyone, and only ever given to the demo's invented people.
PASSWORD = "samen-aan-beide-kanten"  # noqa: S105


def slug_of(language: Language) -> str:
    """Return the short name of the demo organisation in this language."""
    key = organisation().key
    return key if language == "nl" else f"{key}-en"


def address_of(person: Person, *, language: Language) -> str:
    """Return the e-mail address with which someone signs in; each language has its own people."""
    name, _, _domain = person.email.partition("@")
    return f"{name}@{slug_of(language)}.example"
