"""Where in a content file something is, and what may stand there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from beide.errors import ContentError
from beide.text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """A key in a content file."""

    file: str
    key: str = ""

    def __truediv__(self, part: object) -> "Place":
        return Place(self.file, f"{self.key}.{part}" if self.key else str(part))

    def wrong(self, *, nl: str, en: str) -> ContentError:
        return ContentError(file=self.file, key=self.key, problem_nl=nl, problem_en=en)


def table(value: object, place: Place, *, known: Collection[str] | None = None) -> dict[str, Any]:
    """Return a table with exactly the known keys, if given."""
    if not isinstance(value, Mapping):
        raise place.wrong(
            nl=f"hoort een tabel te staan, geen {value!r}",
            en=f"there should be a table, not {value!r}",
        )
    for key in value if known is not None else ():
        if key not in (known or ()):
            names = ", ".join(known or ())
            raise (place / key).wrong(
                nl=f"staat een sleutel die Beide niet kent. Kies uit: {names}",
                en=f"there is a key Beide does not know. Choose from: {names}",
            )
    return {**value}


def need(found: Mapping[str, Any], key: str, kind: type, place: Place) -> Any:
    """Return what stands under a key, if it is there and of this kind."""
    if key not in found:
        raise (place / key).wrong(nl="is nog niets ingevuld", en="nothing is filled in yet")
    value = found[key]
    # TOML writes 1.0 as 1 when someone is in a hurry; a yes or no is never a number.
    fits = isinstance(value, kind) or (kind is float and isinstance(value, int))
    if not fits or (isinstance(value, bool) and kind is not bool):
        raise (place / key).wrong(
            nl=f"staat {value!r}, en dat is niet van de soort {kind.__name__}",
            en=f"{value!r} is not of the kind {kind.__name__}",
        )
    return value


def text(value: object, place: Place) -> Text:
    """Return a sentence in both languages."""
    found = table(value, place, known=("nl", "en"))
    return Text(nl=_sentence(found, "nl", place), en=_sentence(found, "en", place))


def _sentence(found: Mapping[str, Any], language: str, place: Place) -> str:
    nl, en = {"nl": ("Nederlandse", "Dutch"), "en": ("Engelse", "English")}[language]
    sentence = found.get(language)
    if not isinstance(sentence, str) or not sentence.strip():
        raise place.wrong(
            nl=f"ontbreekt de {nl} tekst. Geef 'nl' en 'en' allebei",
            en=f"the {en} text is missing. Give both 'nl' and 'en'",
        )
    return sentence
