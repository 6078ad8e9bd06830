"""A sentence in Beide's two languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same thing said in Dutch and in English.

    >>> Text(nl="belofte", en="promise").in_language("nl-BE")
    'belofte'
    """

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the Dutch text for any Dutch language code, else the English one."""
        return self.nl if language.lower().startswith("nl") else self.en

    def format(self, **data: object) -> "Text":
        """Fill the ``{names}`` of both sentences with the same data."""
        return Text(nl=self.nl.format(**data), en=self.en.format(**data))

    def __str__(self) -> str:
        return self.en
