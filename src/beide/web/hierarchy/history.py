"""What happened to an initiative, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext

from beide.web.hierarchy.models import Look, Step
from beide.web.initiatives import actions
from beide.web.initiatives.models import Happening
from beide.web.page.templatetags.beide_text import stage_name


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history; ``quote`` is what someone wrote."""

    on: date
    text: str
    quote: str = ""


def history(
    *, happenings: Iterable[Happening], looks: Iterable[Look], steps: Iterable[Step]
) -> list[Entry]:
    """Return everything that happened, newest first."""
    seen = list(looks)
    part_of_a_look = {look.move_id for look in seen}
    told = [
        *(Entry(step.done_on, step_words(step)) for step in steps if step.done_on),
        *(Entry(look.on, look_words(look), look.saw) for look in seen),
        *(happening_words(found) for found in happenings if found.pk not in part_of_a_look),
    ]
    return sorted(told, key=lambda entry: entry.on, reverse=True)


def step_words(step: Step) -> str:
    """Say that a step was done."""
    return gettext("Step done: %(what)s") % {"what": step.what}


def look_words(look: Look) -> str:
    """Say what a look told."""
    if look.held:
        return gettext("We looked, and it holds:")
    if look.move:
        stage = stage_name(look.move.after)
        return gettext("We looked, and it does not hold yet. Back to: %(stage)s.") % {
            "stage": stage
        }
    return gettext("We looked, and it does not hold yet:")


def happening_words(happening: Happening) -> Entry:
    """Say what happened to the initiative itself."""
    on = timezone.localdate(happening.on)
    if happening.kind == actions.MOVED:
        return Entry(on, moved_words(happening))
    if happening.kind == actions.STOPPED:
        return Entry(on, gettext("Stopped, because"), happening.after)
    if happening.kind == actions.RESUMED:
        return Entry(on, gettext("Taken up again."))
    if happening.kind == actions.STARTED:
        return Entry(on, gettext("Started."))
    return Entry(on, gettext("Changed what it is about."))


def moved_words(happening: Happening) -> str:
    """Say from which stage to which."""
    return gettext("Moved from %(before)s to %(after)s.") % {
        "before": stage_name(happening.before),
        "after": stage_name(happening.after),
    }
