"""The demo's tensions, with who recognises them and which form was chosen."""

from beide.demo.story import Tension as Told
from beide.web.demo.cast import Cast, backdate, day
from beide.web.tensions import actions
from beide.web.tensions.models import Tension


def make(cast: Cast) -> None:
    """Bring in every tension, the oldest first."""
    for told in sorted(cast.story.tensions, key=lambda told: -told.days_ago):
        cast.tensions[told.key] = bring(cast, told)


def bring(cast: Cast, told: Told) -> Tension:
    """Bring in one tension and let others recognise it."""
    tension = actions.bring(
        organisation=cast.organisation,
        author=cast.people[told.by] if told.by else None,
        what=cast.say(told.what_does_not_fit),
        meanwhile=cast.say(told.what_must_go_on),
        origin=told.origin,
        fits=told.fits,
    )
    backdate(tension, brought=day(told.days_ago))
    for who in told.recognised_by:
        actions.recognise(tension=tension, membership=cast.people[who])
    for choice in told.choices:
        chosen = actions.choose(
            tension=tension,
            configuration_changes=choice.configuration_changes,
            paradigm_shifts=choice.paradigm_shifts,
            why=cast.say(choice.why),
        )
        backdate(chosen, on=day(choice.days_ago))
    return tension
