"""How both modes are doing, in one picture: what the home page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from beide.change import Mode
from beide.web.evidence.access import main_promise
from beide.web.evidence.models import Promise
from beide.web.exchange import access, words
from beide.web.exchange.words import PromiseState, state_of
from beide.web.hierarchy.models import Step
from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.network.access import People, agreed_hours, people
from beide.web.network.models import Experiment, Round
from beide.web.organisation.models import Organisation

# How much of each side the home page names; the rest is one click away.
SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Both modes and what goes between them, at this moment."""

    promise: Promise | None
    state: PromiseState | None
    carried: Sequence[Initiative]
    explored: Sequence[Initiative]
    people: People
    agreed_hours: Decimal | None
    experiments: int
    waiting: int
    too_long: int
    used_this_year: int
    week: int

    @property
    def carried_first(self) -> Sequence[Initiative]:
        """What the hierarchy began with last."""
        return self.carried[:SHOWN]

    @property
    def explored_first(self) -> Sequence[Initiative]:
        """What the network began with last."""
        return self.explored[:SHOWN]

    @property
    def headline(self) -> str:
        """One sentence that says how things are."""
        return words.headline(self.state, explores=bool(self.explored))

    @property
    def hours(self) -> str:
        """The hours agreed, in words; halves are said, nothing smaller."""
        return words.hours(self.agreed_hours or Decimal(0))

    @property
    def summary(self) -> list[str]:
        """The facts under the headline, each a sentence."""
        facts = [_("Week %(week)s.") % {"week": self.week}]
        if self.state:
            facts.append(self.state.sentence)
        if self.waiting:
            facts.append(words.waiting(self.waiting))
        return facts


def picture_of(organisation: Organisation) -> Picture:
    """Gather the picture of an organisation."""
    promise = main_promise(organisation)
    counts = access.counts(organisation.pk)
    return Picture(
        promise=promise,
        state=state_of(promise) if promise else None,
        carried=carried(organisation),
        explored=explored(organisation),
        people=people(organisation),
        agreed_hours=agreed_hours(organisation),
        experiments=running_experiments(organisation),
        waiting=counts["waiting"],
        too_long=counts["too_long"],
        used_this_year=counts["used_this_year"],
        week=timezone.localdate().isocalendar().week,
    )


def carried(organisation: Organisation) -> list[Initiative]:
    """Return what the hierarchy carries now, each with the steps still to take."""
    still_open = Step.objects.filter(done_on=None, removed_on=None)
    found = (
        initiatives_of(organisation=organisation.pk, mode=Mode.HIERARCHY)
        .filter(stopped=None)
        .exclude(stage="held")
        .prefetch_related(Prefetch("steps", still_open, to_attr="open_steps"))
        .order_by("-started", "-pk")
    )
    return list(found)


def explored(organisation: Organisation) -> list[Initiative]:
    """Return what the network explores now, each with its rounds and open experiments."""
    now_open = Count(
        "experiments",
        filter=Q(experiments__learnt_on=None, experiments__removed=None),
        distinct=True,
    )
    found = (
        initiatives_of(organisation=organisation.pk, mode=Mode.NETWORK)
        .filter(stopped=None)
        .annotate(open_experiments=now_open)
        .prefetch_related(Prefetch("rounds", Round.objects.order_by("-number"), "latest_rounds"))
        .order_by("-started", "-pk")
    )
    return list(found)


def running_experiments(organisation: Organisation) -> int:
    """Count the experiments that have begun and are not learnt from yet."""
    return Experiment.objects.filter(
        initiative__organisation=organisation,
        initiative__stopped=None,
        begins__lte=timezone.localdate(),
        learnt_on=None,
    ).count()
