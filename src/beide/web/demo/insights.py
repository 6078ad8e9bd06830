"""The demo's insights, on their way between both modes."""

from beide.demo.story import Insight as Told
from beide.demo.story import InsightStep
from beide.web.demo.cast import Cast, day
from beide.web.exchange import actions
from beide.web.exchange.models import Insight


def make(cast: Cast) -> None:
    """Write down every insight and let it go its way."""
    for told in cast.story.insights:
        first = told.history[0]
        insight = actions.find(
            organisation=cast.organisation,
            found_in=told.found_in,
            kind=told.kind,
            what=cast.say(told.name),
            about=cast.say(told.what),
            initiative=cast.initiatives[told.initiative] if told.initiative else None,
            experiment=cast.experiments[told.experiment] if told.experiment else None,
            on=day(first.days_ago),
        )
        for step in told.history:
            go(cast, insight, told, step)


def go(cast: Cast, insight: Insight, told: Told, step: InsightStep) -> None:
    """Take one step of its way."""
    on, note = day(step.days_ago), cast.say(step.note)
    if step.state == "offered":
        team = cast.teams[told.offered_to_team] if told.offered_to_team else None
        role = cast.role(told.offered_to_role)
        actions.offer(insight=insight, to_role=role, to_team=team, on=on)
    elif step.state in {"accepted", "adapted", "declined"}:
        actions.answer(insight=insight, state=step.state, why=note, on=on)
    elif step.state == "in_use":
        actions.use(insight=insight, how=note, on=on)
    elif step.state == "checked":
        actions.check(insight=insight, holds=True, saw=note, on=on)
