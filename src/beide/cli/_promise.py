"""How a promise went, told to people: by period, with what is usual beside it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from beide.cli._say import number, say
from beide.errors import TooLittleData
from beide.text import Text

if TYPE_CHECKING:
    from beide.effect import ControlChart, Series, Stability
    from beide.log import PromiseOverTime, PromisePeriod

_SHOWN = 12
_BAR = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Between which shares each week usually lies, and whether the last weeks were calm.

    Both are empty for months, and with too few weeks.
    """

    chart: "ControlChart | None" = None
    stability: "Stability | None" = None

    @classmethod
    def of(cls, found: "PromiseOverTime") -> "Limits":
        """Return what is usual for the weeks of a promise that may be shown."""
        from beide.effect import chart, shares, stability

        weeks = [each for each in found.periods if each.kept is not None and each.settled]
        if found.promise.period != "week" or not weeks:
            return cls()
        series = shares(
            [each.begin for each in weeks],
            [float(each.kept or 0) for each in weeks],
            [float(each.cases) for each in weeks],
        )
        return cls(chart=_or_none(chart, series), stability=_or_none(stability, series))

    def between(self, begin: date) -> tuple[float, float, bool] | None:
        """Return a week's limits, and whether it lies outside them."""
        if self.chart is None:
            return None
        for week, low, high, outside in zip(
            self.chart.weeks, self.chart.low, self.chart.high, self.chart.outside, strict=True
        ):
            if str(week) == begin.isoformat():
                return float(low), float(high), bool(outside)
        return None

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "chart": self.chart.to_dict() if self.chart else None,
            "stability": self.stability.to_dict() if self.stability else None,
        }


def _or_none(ask: Any, series: "Series") -> Any:
    try:
        return ask(series)
    except TooLittleData:
        return None


def tell(found: "PromiseOverTime", limits: Limits) -> None:
    """Say whether a promise is kept, and how the last periods went."""
    promised = found.promise.text
    say(Text(nl="Belofte: {nl}", en="Promise: {en}"), nl=promised.nl, en=promised.en)
    kept = (
        Text(nl="Nagekomen", en="Kept")
        if found.kept_overall
        else Text(nl="Niet nagekomen", en="Not kept")
    )
    say(
        Text(
            nl=kept.nl + ": {share} van {cases} casussen, waarschijnlijk tussen {low} en {high}.",
            en=kept.en + ": {share} of {cases} cases, likely between {low} and {high}.",
        ),
        share=_percent(found.share),
        cases=number(found.cases),
        low=_percent(found.interval.low),
        high=_percent(found.interval.high),
    )
    if limits.stability:
        say(limits.stability.text)
    weekly = found.promise.period == "week"
    say(
        Text(nl="De laatste weken:", en="The last weeks:")
        if weekly
        else Text(nl="De laatste maanden:", en="The last months:")
    )
    for period in found.periods[-_SHOWN:]:
        _tell_period(period, limits)
    _tell_changes(limits)


def _tell_period(period: "PromisePeriod", limits: Limits) -> None:
    if period.share is None:
        says = Text(
            nl="  {begin}  te weinig om apart te tonen", en="  {begin}  too few to show apart"
        )
        say(says, begin=period.begin)
        return
    full = round(period.share * _BAR)
    usual = _usual(period, limits)
    says = Text(
        nl="  {begin}  {bar} {share:>6}  van {cases}" + usual.nl,
        en="  {begin}  {bar} {share:>6}  of {cases}" + usual.en,
    )
    bar = "█" * full + "░" * (_BAR - full)
    cases = number(period.cases)
    say(says, begin=period.begin, bar=bar, share=_percent(period.share), cases=cases)


def _usual(period: "PromisePeriod", limits: Limits) -> Text:
    """Return what is unusual about a period: outside its limits, or too early in the log."""
    if not period.settled:
        return Text(
            nl=" · telt nog niet: het log liep pas net", en=" · does not count yet: too early"
        )
    found = limits.between(period.begin)
    if found is None or not found[2]:
        return Text(nl="", en="")
    low, high = _percent(found[0]), _percent(found[1])
    return Text(
        nl=f" · ongewoon: meestal tussen {low} en {high}",
        en=f" · unusual: mostly between {low} and {high}",
    )


def _tell_changes(limits: Limits) -> None:
    if limits.chart is None or not limits.chart.changes:
        return
    says = Text(
        nl="Verkennend: het niveau lijkt te zijn veranderd rond {days}.",
        en="To explore: the level seems to have changed around {days}.",
    )
    say(says, days=", ".join(map(str, limits.chart.changes)))


def _percent(share: float) -> str:
    return f"{number(share * 100, decimals=1)}%"
