"""What is carried in each of the four forms, which ability grows with it, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef

from beide.change import Form, Mode
from beide.web.exchange import words
from beide.web.exchange.counts import ask, number
from beide.web.exchange.models import Insight
from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.network.access import carried_in
from beide.web.network.models import Joining
from beide.web.organisation.models import Organisation
from beide.web.tensions.models import Tension


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One form: what is carried in it, and by how much of the organisation.

    ``people`` and ``hours`` are those who joined and what was agreed with them, in the network;
    nothing when it would be a figure about a few. The hierarchy carries by teams, in daily work.
    """

    form: Form
    initiatives: Sequence[Initiative]
    people: int | None = None
    hours: Decimal | None = None

    @property
    def count(self) -> int:
        """How many initiatives."""
        return len(self.initiatives)

    @property
    def teams(self) -> int:
        """How many teams carry them."""
        return len({initiative.team_id for initiative in self.initiatives if initiative.team_id})

    @property
    def spoken_hours(self) -> str:
        """The hours agreed, in words."""
        return words.hours(self.hours or Decimal(0))

    @property
    def is_network(self) -> bool:
        """Tell whether people carry it because they want to, in hours agreed."""
        return self.form.mode is Mode.NETWORK

    @property
    def is_hidden(self) -> bool:
        """Tell whether people and hours may not be shown."""
        return self.is_network and self.people is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What nobody carries at this moment."""

    tensions: int
    resting: int
    hours: int
    insights: int

    @property
    def all(self) -> int:
        """Everything that waits together."""
        return self.tensions + self.resting + self.hours + self.insights


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """Everything that is carried, and what waits."""

    forms: Sequence[Carried]
    waiting: Waiting

    @property
    def excellence(self) -> int:
        """How many initiatives make the work that is there more reliable."""
        return self._in(Mode.HIERARCHY)

    @property
    def evolution(self) -> int:
        """How many initiatives help the organisation become something else."""
        return self._in(Mode.NETWORK)

    @property
    def all(self) -> int:
        """How many initiatives are carried."""
        return self.excellence + self.evolution

    @property
    def leans(self) -> Mode | None:
        """The mode that has at least twice as much; nothing when both get attention."""
        least, most = sorted((self.excellence, self.evolution))
        if not most or most < 2 * least:
            return None
        return Mode.HIERARCHY if self.excellence == most else Mode.NETWORK

    def _in(self, mode: Mode) -> int:
        return sum(carried.count for carried in self.forms if carried.form.mode is mode)


def portfolio_of(organisation: Organisation) -> Portfolio:
    """Gather what an organisation carries now."""
    going_on = list(
        initiatives_of(organisation=organisation.pk).filter(stopped=None).exclude(stage="held")
    )
    behind = agreed(organisation)
    forms = []
    for form in Form:
        people, hours = behind.get(form, (None, None))
        mine = [initiative for initiative in going_on if initiative.form == form]
        forms.append(Carried(form=form, initiatives=mine, people=people, hours=hours))
    return Portfolio(forms=forms, waiting=waiting(organisation))


def agreed(organisation: Organisation) -> dict[Form, tuple[int, Decimal]]:
    """Return the people and the hours agreed for each form of the network.

    Nothing for either form when one of them, or what one adds to the other, is a small group: the
    total stands on another page, and the small group would be the difference.
    """
    joined: dict[Form, set[int]] = {form: set() for form in Form if form.mode is Mode.NETWORK}
    planned: dict[Form, set[int]] = {form: set() for form in joined}
    hours = dict.fromkeys(joined, Decimal(0))
    rows = Joining.objects.filter(initiative__in=carried_in(organisation.pk))
    for form, member, amount, agreed_on in rows.values_list(
        "initiative__form", "membership", "hours", "agreed_on"
    ):
        joined[Form(form)].add(member)
        if agreed_on:
            planned[Form(form)].add(member)
            hours[Form(form)] += amount
    if any(_gives_away(groups, organisation.threshold) for groups in (joined, planned)):
        return {}
    return {form: (len(joined[form]), hours[form]) for form in joined}


def _gives_away(groups: dict[Form, set[int]], threshold: int) -> bool:
    """Tell whether one group, or what it adds to the others, is too small to show."""
    alone = [
        group.difference(*(other for other in groups.values() if other is not group))
        for group in groups.values()
    ]
    return any(0 < len(group) < threshold for group in [*groups.values(), *alone])


def waiting(organisation: Organisation) -> Waiting:
    """Count what waits for someone; one question to the database."""
    pk = organisation.pk
    carried = Initiative.objects.filter(tension=OuterRef("pk"))
    free = Tension.objects.filter(organisation=pk, withdrawn=None).exclude(Exists(carried))
    hours = Joining.objects.filter(initiative__in=carried_in(pk), agreed_on=None)
    asked = {
        "tensions_free": number(free),
        "resting": number(initiatives_of(organisation=pk).filter(stopped__isnull=False)),
        "hours": number(hours, by="initiative__organisation"),
        "offered": number(Insight.objects.filter(organisation=pk, state=Insight.State.OFFERED)),
    }
    found = ask(organisation, asked)
    return Waiting(
        tensions=found["tensions_free"],
        resting=found["resting"],
        hours=found["hours"],
        insights=found["offered"],
    )
