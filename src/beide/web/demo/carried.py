"""What the demo's hierarchy carries: improvements and renewals, with their steps."""

from beide.demo.story import Improvement, Step
from beide.demo.story import Initiative as Told
from beide.web.demo.cast import Cast, backdate, day, moment
from beide.web.hierarchy import actions, step_actions
from beide.web.hierarchy.stages import HELD, STAGES
from beide.web.initiatives.actions import move
from beide.web.initiatives.models import Initiative


def make(cast: Cast) -> None:
    """Start every improvement and renewal, the oldest first."""
    for told in sorted(cast.story.initiatives, key=lambda told: -told.days_ago):
        if told.hierarchy:
            cast.initiatives[told.key] = carry(cast, told, told.hierarchy)


def carry(cast: Cast, told: Told, hierarchy: Improvement) -> Initiative:
    """Start one, give it its steps, and bring it where it stands today."""
    checked = hierarchy.held.in_days < 0
    initiative = actions.start(
        organisation=cast.organisation,
        form=told.form,
        title=cast.say(told.name),
        about=f"{cast.say(told.about)} {cast.say(hierarchy.goal)}",
        owner_role=cast.role(told.role),
        tension=cast.tensions[told.tension],
        team=cast.teams[told.team],
        promise=cast.promise if hierarchy.serves_promise else None,
        held_when=cast.say(hierarchy.held.checked_by),
        look_on=day(-hierarchy.held.in_days),
    )
    backdate(initiative, started=day(told.days_ago))
    initiative.happenings.update(on=moment(told.days_ago))
    for step in hierarchy.steps:
        take(cast, initiative, step)
    bring_to(initiative, hierarchy, since=told.days_ago)
    if checked and hierarchy.held.outcome:
        look = actions.look(
            initiative=initiative,
            held=hierarchy.stage == HELD,
            saw=cast.say(hierarchy.held.outcome),
        )
        backdate(look, on=day(-hierarchy.held.in_days))
        if look.move:
            backdate(look.move, on=moment(-hierarchy.held.in_days))
    return initiative


def take(cast: Cast, initiative: Initiative, told: Step) -> None:
    """Add a step, done or not."""
    step = step_actions.add(initiative=initiative, what=cast.say(told.name), due=day(-told.in_days))
    if told.done_days_ago is not None:
        step_actions.finish(step=step)
        backdate(step, done_on=day(told.done_days_ago))


def bring_to(initiative: Initiative, hierarchy: Improvement, *, since: int) -> None:
    """Move through the stages up to the one it is in; the days are spread over its time."""
    stages = STAGES[1 : STAGES.index(hierarchy.stage) + 1]
    for number, stage in enumerate(stages, start=1):
        if stage == HELD:
            return
        moved = move(initiative=initiative, stage=stage)
        if moved:
            backdate(moved, on=moment(since - since * number // (len(stages) + 1)))
