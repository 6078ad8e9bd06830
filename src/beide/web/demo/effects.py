"""The demo's effects: plans on what its truths changed, and on what changed nothing."""

from datetime import date, timedelta

from beide.change import Form
from beide.demo import truths
from beide.text import Text
from beide.web.demo.cast import Cast, backdate, day, moment
from beide.web.demo.evidence import last_sunday
from beide.web.effects import actions
from beide.web.effects.models import Plan
from beide.web.evidence.actions import add_promise
from beide.web.evidence.models import Promise
from beide.web.hierarchy.actions import look, start
from beide.web.initiatives.actions import STARTED
from beide.web.initiatives.models import Initiative

TRUTH = "build_session"
COMPLETE = Text(nl="meetformulier_compleet = ja", en="measuring_form_complete = yes")
COMPLETE_NAME = Text(nl="Het meetformulier is compleet", en="The measuring form is complete")
COMPLETE_SHARE = 0.8
REPEATED = Text(nl="Herhalen wat goed gaat", en="Repeat what goes well")
ABOUT = Text(
    nl="Na de eerste bouwsessie herhaalt het ene team na het andere wat er gebeurt als het goed "
    "gaat.",
    en="After the first build session one team after the other repeats what happens when things "
    "go well.",
)
WHY_THEN = Text(
    nl="Omdat de bouwsessie toen was. Het ging al een half jaar even traag.",
    en="Because the build session was then. For half a year it had been equally slow.",
)
STOPS = Text(
    nl="Als klanten vaker een tweede keer moeten passen.",
    en="When customers have to fit a second time more often.",
)
SAW = Text(
    nl="Teams doen het nu ook in drukke weken zo.", en="Teams now work like this in busy weeks too."
)
CHECKED = Text(
    nl="Een half jaar lang een kortere doorlooptijd, ook in drukke weken.",
    en="A shorter lead time for half a year, in busy weeks too.",
)
WITHOUT_EFFECT = "formulier-compleet"
WHY_WITHOUT = Text(
    nl="Omdat er twintig onvolledige formulieren naast elkaar lagen.",
    en="Because twenty incomplete forms lay side by side.",
)


def make(cast: Cast) -> None:
    """Plan what was begun, as if each plan was made a week before, and read them all."""
    if cast.promise is None:
        return
    complete = add_promise(
        log=cast.promise.log,
        name=cast.say(COMPLETE_NAME),
        condition=cast.say(COMPLETE),
        share=COMPLETE_SHARE,
        at_once=True,
    )
    repeat(cast, cast.promise, complete)
    without_effect(cast, complete)
    for plan in Plan.objects.filter(initiative__organisation=cast.organisation):
        made_before(plan)
        actions.read_at_once(plan=plan)


def repeat(cast: Cast, promise: Promise, complete: Promise) -> None:
    """Hold what the truths say was begun with a build session, with its two plans."""
    begun = begins(TRUTH)
    initiative = start(
        organisation=cast.organisation,
        form=Form.IMPROVEMENT,
        title=cast.say(REPEATED),
        about=cast.say(ABOUT),
        owner_role=cast.role("klantcontact"),
        team=cast.teams["klantcontact"],
        held_when=cast.say(CHECKED),
    )
    half_a_year = begun + timedelta(weeks=26)
    planned(
        cast,
        initiative,
        promise=promise,
        starts=begun,
        look_on=half_a_year,
        measure=Plan.Measure.LEAD_TIME,
    )
    planned(cast, initiative, promise=complete, starts=begun, look_on=half_a_year)
    backdate(initiative, started=begun)
    held = look(initiative=initiative, held=True, saw=cast.say(SAW))
    backdate(held, on=half_a_year)
    initiative.happenings.update(on=moment((day(0) - half_a_year).days))
    initiative.happenings.filter(kind=STARTED).update(on=moment((day(0) - begun).days))


def planned(
    cast: Cast,
    initiative: Initiative,
    *,
    promise: Promise,
    starts: date,
    look_on: date,
    measure: str = Plan.Measure.KEPT,
    why: Text = WHY_THEN,
) -> Plan:
    """Make a plan as people would have."""
    return actions.make(
        initiative=initiative,
        promise=promise,
        measure=measure,
        starts=starts,
        look_on=look_on,
        why_then=cast.say(why),
        stop_when=cast.say(STOPS),
    )


def without_effect(cast: Cast, complete: Promise) -> None:
    """Plan a change of which the truths know nothing, so that nothing is to be found."""
    initiative = cast.initiatives[WITHOUT_EFFECT]
    initiative.plans.filter(automatic=True).delete()
    starts = initiative.started
    planned(
        cast,
        initiative,
        promise=complete,
        starts=starts,
        look_on=starts + timedelta(weeks=7),
        why=WHY_WITHOUT,
    )


def begins(key: str) -> date:
    """Return the Monday on which something in the truths began."""
    told = truths()
    found = next(each for each in told.interventions if each.key == key)
    return told.period.monday(weeks_before_end=found.weeks_before_end, until=last_sunday())


def made_before(plan: Plan) -> None:
    """Let a plan be made a week before it started, and an experiment's be as long as it was."""
    learnt = getattr(plan, "experiment", None) and plan.experiment.learnt_on
    ago = (day(0) - plan.starts).days
    backdate(plan, made=moment(max(ago, 0) + 7), ended=learnt)
