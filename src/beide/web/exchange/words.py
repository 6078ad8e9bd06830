"""How the promise is, and what waits, in sentences."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beide.web.evidence.models import Promise
from beide.web.evidence.series import Calm, Latest, Series, Week

LOOKS_BACK = 8
DRAWN = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseState:
    """How the promise went lately, ready to read."""

    latest: Latest
    recent: tuple[Week, ...]
    calm: Calm | None

    @property
    def percent(self) -> int:
        """The share of the last weeks, in whole percents."""
        return round(self.latest.share * 100)

    @property
    def points(self) -> list[float]:
        """The weekly shares to draw."""
        return list(self.latest.points[-DRAWN:])

    @property
    def sentence(self) -> str:
        """The share as counts, which people read more surely than percentages."""
        return _("In the last weeks %(kept)s of every 100 cases kept the promise.") % {
            "kept": self.percent
        }

    @property
    def sureness(self) -> str:
        """Between which shares it lies, on how many cases and which weeks."""
        return _(
            "between %(low)s and %(high)s%% · %(cases)s cases · weeks %(first)s to %(last)s"
        ) % {
            "low": round(self.latest.low * 100),
            "high": round(self.latest.high * 100),
            "cases": formats.localize(self.latest.cases, use_l10n=True),
            "first": self.latest.since.isocalendar().week,
            "last": self.latest.until.isocalendar().week,
        }

    @property
    def drawn(self) -> str:
        """What the small line shows, for who does not see it."""
        return ngettext(
            "The share of cases in %(weeks)s week, from %(first)s to %(last)s percent.",
            "The share of cases in %(weeks)s weeks, from %(first)s to %(last)s percent.",
            len(self.points),
        ) % {
            "weeks": len(self.points),
            "first": round(self.points[0] * 100),
            "last": round(self.points[-1] * 100),
        }

    @property
    def stability(self) -> str:
        """One word for how calm the base is."""
        if self.calm is None:
            return _("too early to say")
        return {"calm": _("calm"), "watch": _("watch"), "unsettled": _("unsettled")}[
            self.calm.state
        ]

    @property
    def stability_why(self) -> str:
        """What that word rests on."""
        if self.calm is None:
            return _("stability: there are too few weeks yet to know what is usual")
        kept = sum((week.share or 0) >= self.latest.promised for week in self.recent)
        return ngettext(
            "stability: kept in %(kept)s of the last %(weeks)s week",
            "stability: kept in %(kept)s of the last %(weeks)s weeks",
            len(self.recent),
        ) % {"kept": kept, "weeks": len(self.recent)}


def state_of(promise: Promise) -> PromiseState | None:
    """Return how a promise went lately; nothing when no week may be shown."""
    series = Series.from_stored(promise.over_time)
    latest = series.latest()
    if latest is None or not latest.points:
        return None
    recent = tuple(series.shown()[-LOOKS_BACK:])
    return PromiseState(latest=latest, recent=recent, calm=series.calm)


def headline(state: PromiseState | None, *, explores: bool) -> str:
    """Return one sentence for both modes together."""
    if state is None:
        return (
            _("The network explores. How the promise does is not watched yet.")
            if explores
            else _("Here both modes will stand side by side.")
        )
    if state.latest.holds:
        return (
            _("The promise holds, and the network explores.")
            if explores
            else _("The promise holds. There is nothing being explored yet.")
        )
    if state.latest.verdict == "just_broken":
        return _("The promise is only just missed, which can be chance.")
    return (
        _("The promise needs care, while the network explores.")
        if explores
        else _("The promise needs care.")
    )


def waiting(count: int) -> str:
    """Say how many insights wait for an answer."""
    return ngettext(
        "%(count)s insight waits for an answer.", "%(count)s insights wait for an answer.", count
    ) % {"count": count}


def hours(amount: Decimal) -> str:
    """Say a number of hours a week."""
    shown = formats.localize(amount.normalize() if amount % 1 else int(amount), use_l10n=True)
    return ngettext("%(hours)s hour", "%(hours)s hours", 1 if amount == 1 else 2) % {"hours": shown}
