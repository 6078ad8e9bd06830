"""Where in the content something is, so that every mistake can be found."""

from collections.abc import Collection
from dataclasses import dataclass

from beide.errors import ContentError


@dataclass(frozen=True, slots=True)
class Place:
    """A key in a content file."""

    file: str
    key: str = ""

    def __truediv__(self, part: object) -> "Place":
        return Place(self.file, f"{self.key}.{part}" if self.key else str(part))

    def wrong(self, *, nl: str, en: str) -> ContentError:
        return ContentError(file=self.file, key=self.key, problem_nl=nl, problem_en=en)


def check_known(given: Collection[str], known: Collection[str], place: Place) -> None:
    """Refuse the first key that is not known: a misspelt key must not pass in silence."""
    for key in given:
        if key not in known:
            names = ", ".join(known)
            raise (place / key).wrong(
                nl=f"staat een sleutel die Beide niet kent. Kies uit: {names}",
                en=f"there is a key Beide does not know. Choose from: {names}",
            )
