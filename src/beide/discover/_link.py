"""A link, and the links that tell good cases from others."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from beide.discover._find import ALPHA
from beide.discover._result import both
from beide.discover._words import sentence, share_text
from beide.text import Text

Kind: TypeAlias = Literal["connections", "steps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something passing from one to another, in good cases and in comparable others.

    Attributes
    ----------
    from_, to
        Two roles or teams, or two steps of which the second comes directly after the first.
    cases
        In how many cases it occurs.
    good_share, other_share
        In which part of the good cases, and of comparable other cases.
    at_least
        How much those differ at least, with everything that was compared taken into account.
    p
        How often chance alone gives so large a difference anywhere.
    """

    from_: str
    to: str
    cases: int
    good_share: float
    other_share: float
    at_least: float
    p: float

    @property
    def sure(self) -> bool:
        """Whether the difference is sure."""
        return self.p <= ALPHA

    @property
    def more_in_good(self) -> bool:
        """Whether it occurs more often in good cases."""
        return self.good_share > self.other_share

    @property
    def only_in_good(self) -> bool:
        """Whether comparable other cases never have it."""
        return self.sure and self.other_share == 0

    @property
    def text(self) -> Text:
        """The link in a sentence."""
        of = 10 if round(10 * self.good_share) != round(10 * self.other_share) else 100
        none = Text(nl="", en="")
        return sentence(
            "link",
            from_=self.from_,
            to=self.to,
            good=share_text(self.good_share, of, "in_good", none),
            other=share_text(self.other_share, of, "in_other", none),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, with ``from`` for ``from_``; shares from 0 to 1."""
        return {
            "from": self.from_,
            "to": self.to,
            "cases": self.cases,
            "good_share": self.good_share,
            "other_share": self.other_share,
            "at_least": self.at_least,
            "p": self.p,
            "sure": self.sure,
            "text": both(self.text),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What good cases look like beside comparable others; the surest differences first.

    ``cases`` were looked at, ``good_cases`` of them good. A link that occurs in fewer than 30 cases
    is left out.
    """

    kind: Kind
    good: Text
    cases: int
    good_cases: int
    links: tuple[Link, ...]
    notes: tuple[Text, ...]

    @property
    def sure(self) -> tuple[Link, ...]:
        """The links that differ surely."""
        return tuple(link for link in self.links if link.sure)

    @property
    def text(self) -> Text:
        """What was found, in one sentence."""
        amount = {0: "none", 1: "one"}.get(len(self.sure), "more")
        return sentence(f"{self.kind}_{amount}", n=len(self.sure), cases=self.cases)

    def table(self) -> list[dict[str, Any]]:
        """Return a row for each link, ready for a data frame."""
        return [
            {name: value for name, value in link.to_dict().items() if name != "text"}
            for link in self.links
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "kind": self.kind,
            "good": both(self.good),
            "text": both(self.text),
            "cases": self.cases,
            "good_cases": self.good_cases,
            "links": [link.to_dict() for link in self.links],
            "notes": [both(each) for each in self.notes],
        }
