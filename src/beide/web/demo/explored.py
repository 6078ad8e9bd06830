"""What the demo's network explores: loops, people, experiments and a ledger."""

from decimal import Decimal

from beide.demo.story import Experiment as ToldExperiment
from beide.demo.story import Exploration
from beide.demo.story import Initiative as Told
from beide.web.demo.cast import Cast, backdate, day, moment
from beide.web.initiatives.models import Initiative
from beide.web.network import actions
from beide.web.network.actions.rounds import CLOSED
from beide.web.network.models import LedgerEntry

KINDS = {
    "let_go": LedgerEntry.Kind.LET_GO,
    "kept": LedgerEntry.Kind.KEEP,
    "begun": LedgerEntry.Kind.BEGIN,
}


def make(cast: Cast) -> None:
    """Start every loop, the oldest first, and put its experiments in."""
    for told in sorted(cast.story.initiatives, key=lambda told: -told.days_ago):
        if told.network:
            cast.initiatives[told.key] = explore(cast, told, told.network)
    for experiment in cast.story.experiments:
        tried(cast, experiment)


def explore(cast: Cast, told: Told, network: Exploration) -> Initiative:
    """Start a loop and walk its rounds up to today."""
    initiative = actions.start(
        organisation=cast.organisation,
        form=told.form,
        title=cast.say(told.name),
        question=cast.say(network.question),
        about=cast.say(told.about),
        tension=cast.tensions[told.tension],
        team=cast.teams[told.team],
        promise=cast.promise,
    )
    backdate(initiative, started=day(told.days_ago))
    initiative.happenings.update(on=moment(told.days_ago))
    walk(cast, initiative, network)
    take_part(cast, initiative, network)
    for entry in network.ledger:
        noted = actions.note(
            initiative=initiative, kind=KINDS[entry.kind], what=cast.say(entry.what)
        )
        backdate(noted, added=day(entry.days_ago))
    return initiative


def walk(cast: Cast, initiative: Initiative, network: Exploration) -> None:
    """Go through the rounds; what a round was about is what it taught once it has ended."""
    question = cast.say(network.question)
    for told in network.rounds:
        current = initiative.rounds.filter(number=told.number).first()
        current = current or actions.open_next(initiative=initiative, question=question)
        backdate(current, begun=day(told.days_ago))
        if told.ended_days_ago is not None:
            actions.close_round(round_=current, learnt=cast.say(told.about))
            backdate(current, ended=day(told.ended_days_ago))
            closed = initiative.happenings.filter(kind=CLOSED, after=str(told.number))
            closed.update(on=moment(told.ended_days_ago))
        else:
            backdate(initiative, stage=told.stage)


def take_part(cast: Cast, initiative: Initiative, network: Exploration) -> None:
    """Let people join, and their leads agree the hours."""
    for told in network.volunteers:
        joining = actions.join(
            initiative=initiative,
            membership=cast.people[told.person],
            hours=Decimal(str(told.hours_per_week)),
        )
        backdate(joining, joined=day(told.days_ago))
        if told.agreed_by:
            actions.agree(joining=joining)
            backdate(joining, agreed_on=day(told.agreed_days_ago or told.days_ago))


def tried(cast: Cast, told: ToldExperiment) -> None:
    """Plan an experiment and, where the story has come so far, learn from it."""
    initiative = cast.initiatives[told.initiative]
    experiment = actions.plan(
        round_=initiative.rounds.get(number=told.round),
        title=cast.say(told.name),
        believe=cast.say(told.believe),
        attempt=cast.say(told.attempt),
        together_with=cast.say(told.with_whom),
        will_see=cast.say(told.will_see),
        stops_when=cast.say(told.stop_when),
        protects=cast.promise,
        begins=day(told.starts_days_ago),
    )
    cast.experiments[told.key] = experiment
    if told.learning:
        actions.learn(
            experiment=experiment,
            saw=cast.say(told.learning.saw),
            learnt=cast.say(told.learning.learnt),
            next_=told.learning.next,
        )
        backdate(experiment, learnt_on=day(told.learning.days_ago))
