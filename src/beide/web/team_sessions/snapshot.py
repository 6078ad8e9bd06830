"""What was revealed of a round, as it is kept: every page, export and report shows only this."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from beide.change import Form
from beide.reflect import Dimension, Kind
from beide.text import Text

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """Stands where a result would be: why it is not shown, and how many it takes."""

    why: str
    needed: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChance:
    """How likely a form is, as a whole percentage."""

    form: Form
    name: Text
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """How far people agree, as whole percentages, with the interval that holds 90%."""

    value: int
    low: int
    high: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """The statement on which people differ most; ``answers`` are percentages, from 1 to 5."""

    statement: str
    text: Text
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How far people moved on a dimension; nothing in the numbers when that cannot be told."""

    dimension: Dimension
    mean: float
    low: float | None
    high: float | None
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """How the same people's view shifted since the first round."""

    people: int
    dimensions: tuple[Moved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """How the team sees the tension.

    ``mask`` is the cloud as a grey picture (a data address), ``x`` and ``y`` its middle in the
    units of the drawing. ``divisive`` is a text when no statement stands out clearly enough, and
    it and ``agreement`` are nothing where the answers cannot tell, as on paper.
    """

    people: int
    careless: int
    kind: Kind
    forms: tuple[Form, ...]
    title: Text
    sentences: tuple[Text, ...]
    chances: tuple[FormChance, ...]
    mask: str
    x: float
    y: float
    agreement: Agreed | Covered | None
    divisive: Differs | Covered | Text | None
    questions: tuple[Text, ...]

    @property
    def agreed(self) -> Agreed | None:
        """How far people agree, when it is shown."""
        return self.agreement if isinstance(self.agreement, Agreed) else None

    @property
    def differs(self) -> Differs | None:
        """The statement on which they differ most, when there is one and it is shown."""
        return self.divisive if isinstance(self.divisive, Differs) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A round as revealed: either why it stays covered or its picture, and perhaps the shift."""

    covered: Covered | None = None
    picture: Picture | None = None
    shift: Shifted | Covered | None = None

    @property
    def shifted(self) -> Shifted | None:
        """The shift, when it is shown."""
        return self.shift if isinstance(self.shift, Shifted) else None

    def to_json(self) -> dict[str, Any]:
        """Return it as what a database keeps."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Json) -> "Shown":
        """Return what a database kept."""
        shift = kept["shift"]
        return cls(
            covered=_covered(kept["covered"]),
            picture=_picture(kept["picture"]) if kept["picture"] else None,
            shift=_covered(shift) if shift and "why" in shift else _shifted(shift),
        )


def _text(kept: Json) -> Text:
    return Text(nl=kept["nl"], en=kept["en"])


def _covered(kept: Json | None) -> Covered | None:
    if not kept:
        return None
    return Covered(why=kept["why"], needed=kept["needed"], text=_text(kept["text"]))


def _shifted(kept: Json | None) -> Shifted | None:
    if not kept:
        return None
    moved = tuple(
        Moved(
            dimension=Dimension(each["dimension"]),
            mean=each["mean"],
            low=each["low"],
            high=each["high"],
            text=_text(each["text"]),
        )
        for each in kept["dimensions"]
    )
    return Shifted(people=kept["people"], dimensions=moved)


def _picture(kept: Json) -> Picture:
    return Picture(
        people=kept["people"],
        careless=kept["careless"],
        kind=Kind(kept["kind"]),
        forms=tuple(Form(form) for form in kept["forms"]),
        title=_text(kept["title"]),
        sentences=tuple(_text(each) for each in kept["sentences"]),
        chances=tuple(
            FormChance(form=Form(each["form"]), name=_text(each["name"]), percent=each["percent"])
            for each in kept["chances"]
        ),
        mask=kept["mask"],
        x=kept["x"],
        y=kept["y"],
        agreement=_agreement(kept["agreement"]),
        divisive=_divisive(kept["divisive"]),
        questions=tuple(_text(each) for each in kept["questions"]),
    )


def _agreement(kept: Json | None) -> Agreed | Covered | None:
    if not kept or "why" in kept:
        return _covered(kept)
    return Agreed(value=kept["value"], low=kept["low"], high=kept["high"], text=_text(kept["text"]))


def _divisive(kept: Json | None) -> Differs | Covered | Text | None:
    if not kept or "why" in kept:
        return _covered(kept)
    if "statement" not in kept:
        return _text(kept)
    return Differs(
        statement=kept["statement"], text=_text(kept["text"]), answers=tuple(kept["answers"])
    )
