"""What the network says in sentences: who takes part, and what happened when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beide.change import Stage, content
from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Happening
from beide.web.network.actions.rounds import ASKED, CLOSED, ENDED
from beide.web.network.models import Experiment
from beide.web.page.templatetags.beide_text import say


def taking_part(*, count: int, teams: int, threshold: int) -> str:
    """Say how many people take part, and never give a small group away."""
    if count == 0:
        return _("nobody yet")
    if count < threshold:
        return _("a small group")
    people = ngettext("%(count)s person", "%(count)s people", count) % {"count": count}
    if teams == 0:
        return people
    from_teams = ngettext("from %(teams)s team", "from %(teams)s teams", teams) % {"teams": teams}
    return f"{people} {from_teams}"


def hours_a_week(hours: Decimal) -> str:
    """Say how many hours a week, with a comma or a point as the reader is used to."""
    said = ngettext("%(hours)s hour a week", "%(hours)s hours a week", 1 if hours == 1 else 2)
    return said % {"hours": floatformat(hours)}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened on a day."""

    on: date
    says: str


def history(*, happenings: Iterable[Happening], experiments: Iterable[Experiment]) -> list[Entry]:
    """Tell what happened, the latest first. Who joined or left is no part of it."""
    entries = [*lessons(experiments), *told(happenings)]
    return sorted(entries, key=lambda entry: entry.on, reverse=True)


def told(happenings: Iterable[Happening]) -> Iterable[Entry]:
    """Yield what was done with the initiative as a whole."""
    for happening in happenings:
        if sentence := SENTENCES.get(happening.kind):
            yield Entry(timezone.localdate(happening.on), sentence(happening))


def moved(happening: Happening) -> str:
    """Say from which stage to which it went."""
    return _("From %(before)s to %(after)s.") % {
        "before": stage_said(happening.before),
        "after": stage_said(happening.after),
    }


def stage_said(stage: str) -> str:
    """Return the name of a stage in the reader's language."""
    return say(content().stage(Stage(stage)).name)


SENTENCES: dict[str, Callable[[Happening], str]] = {
    initiatives.STARTED: lambda _happening: _("Started, with a first round."),
    initiatives.MOVED: moved,
    initiatives.STOPPED: lambda _happening: _("Stopped for now."),
    initiatives.RESUMED: lambda _happening: _("Taken up again."),
    CLOSED: lambda happening: _("Round %(number)s closed.") % {"number": happening.after},
    ENDED: lambda _happening: _("Rounded off."),
    ASKED: lambda happening: (
        _("The question became: “%(question)s”") % {"question": happening.after}
    ),
}


def lessons(experiments: Iterable[Experiment]) -> Iterable[Entry]:
    """Yield the experiments that taught something."""
    for experiment in experiments:
        if experiment.learnt_on:
            said = _("Learnt from the experiment “%(title)s”.") % {"title": experiment.title}
            yield Entry(experiment.learnt_on, said)
