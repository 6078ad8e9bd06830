"""What the search works on: cases, with what was known of them and whether they went well."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

import numpy as np

from beide.discover._arrays import Codes, Flags
from beide.errors import WrongOption


class Known(IntEnum):
    """From when on something is known of a case."""

    ARRIVAL = 0
    FIRST_STEP = 1
    LANDMARK = 2
    END = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Something that holds for a case or not.

    Attributes
    ----------
    kind
        What sort of thing it is; the sentences are written by kind.
    values
        What fills the sentence, such as the name of a step.
    known_at
        From when on it is known.
    group
        Features of one group are never combined: two weekdays, or a thing and its opposite.
    """

    kind: str
    values: Mapping[str, str] = field(default_factory=dict)
    known_at: Known = Known.ARRIVAL
    group: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    @property
    def key(self) -> str:
        """A name for programs, such as ``attribute:name=channel,value=phone``."""
        told = ",".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.kind}:{told}" if told else self.kind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cases:
    """Finished cases as plain arrays, all in one order.

    Attributes
    ----------
    good
        Whether each case went well, ``(cases,)``.
    kind
        The code of each case's type, ``(cases,)``. Cases are compared within a type.
    week
        The number of the week in which each case began, ``(cases,)``, counted from any Monday.
    features
        What may hold for a case.
    held
        Whether it does, ``(features, cases)``.
    known
        The moment from which the outcome counts: features known later are never used.

    Raises
    ------
    WrongOption
        When the shapes do not fit each other.
    """

    good: Flags
    kind: Codes
    week: Codes
    features: tuple[Feature, ...]
    held: Flags
    known: Known = Known.LANDMARK

    def __post_init__(self) -> None:
        fits = (len(self.features), len(self.good))
        if self.held.shape != fits or not len(self.good) == len(self.kind) == len(self.week):
            raise WrongOption(
                option="held",
                value=self.held.shape,
                expected_nl=f"een tabel van kenmerken bij casussen, {fits}",
                expected_en=f"a table of features by cases, {fits}",
            )

    def __len__(self) -> int:
        return len(self.good)

    def only(self, *, features: Codes | None = None, cases: Codes | None = None) -> "Cases":
        """Return some of the features or cases, or both, by their places."""
        columns = np.arange(len(self.good)) if cases is None else cases
        rows = np.arange(len(self.features)) if features is None else features
        return Cases(
            good=self.good[columns],
            kind=self.kind[columns],
            week=self.week[columns],
            features=tuple(self.features[row] for row in rows.tolist()),
            held=self.held[rows][:, columns],
            known=self.known,
        )
