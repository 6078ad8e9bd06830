"""A sentence in Beide's two languages."""

from dataclasses import dataclass
from datetime import date


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
        """Fill the ``{names}`` of both sentences; a text among the data in its own language."""
        dutch = {key: each.nl if isinstance(each, Text) else each for key, each in data.items()}
        english = {key: each.en if isinstance(each, Text) else each for key, each in data.items()}
        return Text(nl=self.nl.format(**dutch), en=self.en.format(**english))

    def __str__(self) -> str:
        return self.en


def day_text(day: date) -> Text:
    """Return a day in words.

    >>> print(day_text(date(2026, 6, 12)))
    12 June 2026
    """
    month = MONTHS[day.month - 1]
    return Text(nl=f"{day.day} {month.nl} {day.year}", en=f"{day.day} {month.en} {day.year}")


MONTHS = (
    Text(nl="januari", en="January"),
    Text(nl="februari", en="February"),
    Text(nl="maart", en="March"),
    Text(nl="april", en="April"),
    Text(nl="mei", en="May"),
    Text(nl="juni", en="June"),
    Text(nl="juli", en="July"),
    Text(nl="augustus", en="August"),
    Text(nl="september", en="September"),
    Text(nl="oktober", en="October"),
    Text(nl="november", en="November"),
    Text(nl="december", en="December"),
)
