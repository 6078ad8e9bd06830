"""How long cases take, ready to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext

from beide.web.evidence import words

Unit = Literal["minutes", "hours", "days"]
SECONDS: Mapping[Unit, int] = {"minutes": 60, "hours": 3600, "days": 86400}
ENOUGH_UNITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Cases that took at least ``low`` and less than ``high`` seconds; ``high`` may be open."""

    low: float
    high: float | None
    cases: int

    @property
    def label(self) -> str:
        """The lengths of time it holds, in words."""
        if self.high is None:
            return gettext("%(low)s and longer") % {"low": words.duration(self.low)}
        if not self.low:
            return gettext("under %(high)s") % {"high": words.duration(self.high)}
        ends = {"low": words.duration(self.low), "high": words.duration(self.high)}
        return gettext("%(low)s to %(high)s") % ends


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTimes:
    """The distribution of lead times; everything in seconds."""

    cases: int
    median: float
    ninety: float
    quantiles: tuple[tuple[str, float], ...]
    bars: tuple[Bar, ...]

    @property
    def unit(self) -> Unit:
        """The unit in which an axis reads well."""
        edges = [bar.low for bar in self.bars]
        fitting = [unit for unit in SECONDS if max(edges) >= ENOUGH_UNITS * SECONDS[unit]]
        return fitting[-1] if fitting else "minutes"

    @property
    def headline(self) -> str:
        """What it says, in one sentence."""
        return gettext(
            "Half of the cases are done within %(median)s, and 90%% within %(ninety)s."
        ) % {
            "median": words.duration(self.median),
            "ninety": words.duration(self.ninety),
        }

    def quantile_rows(self) -> list[tuple[str, str]]:
        """Return each share of the cases with the time within which it is done."""
        return [(f"{share}%", words.duration(seconds)) for share, seconds in self.quantiles]


def lead_times_shown(stored: Mapping[str, Any], *, minimum: int) -> LeadTimes | None:
    """Return the stored distribution, unless it is about too few cases to show."""
    if not stored or stored["cases"] < minimum:
        return None
    quantiles = stored["quantiles"]
    return LeadTimes(
        cases=stored["cases"],
        median=quantiles["50"],
        ninety=quantiles["90"],
        quantiles=tuple(quantiles.items()),
        bars=tuple(
            Bar(low=each["from"], high=each["until"], cases=each["cases"])
            for each in stored["bins"]
        ),
    )
