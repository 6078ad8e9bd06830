"""What an engine's validation finds: one figure, and the bounds it must lie between."""

from dataclasses import dataclass

from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was checked: what was found, and between which bounds it must lie.

    >>> Check(name="power", value=0.9, least=0.8, text=Text(nl="…", en="…")).holds
    True
    """

    name: str
    value: float
    least: float | None = None
    most: float | None = None
    text: Text

    @property
    def holds(self) -> bool:
        """Whether the value lies within its bounds."""
        above = self.least is None or self.value >= self.least
        return above and (self.most is None or self.value <= self.most)
