"""When it goes well in the demo's orders: asked, answered, and recognised by someone who knows."""

from beide.text import Text
from beide.web.demo.cast import Cast
from beide.web.evidence.promising import good
from beide.web.patterns import actions
from beide.web.patterns.models import Opinion

TYPE = Text(nl="soort", en="type")
# From these moments a team can still do something.
CHECKED = Text(nl="Meetformulier controleren", en="Check measuring form")
SAYS = "joke"
WORDS = Text(
    nl="Dit herken ik. Als het formulier compleet is, hoeven we niet terug te bellen. Dan kan de "
    "planner dezelfde dag aan de slag.",
    en="I recognise this. When the form is complete we need not call back. Then the planner can "
    "begin the same day.",
)


def make(cast: Cast) -> None:
    """Ask when the promise is kept, and let someone say what she sees in it."""
    promise = cast.promise
    if promise is None:
        return
    search = actions.ask(
        log=promise.log,
        promise=promise,
        good=good(promise).source,
        by=cast.say(TYPE),
        landmarks=("arrival", f"step:{cast.say(CHECKED)}"),
        at_once=True,
    )
    first = search.findings.first()
    person = cast.people[SAYS]
    if first is not None:
        told = next(each for each in cast.story.people if each.key == SAYS)
        actions.say(
            finding=first,
            membership=person,
            kind=Opinion.Kind.CONFIRM,
            words=cast.say(WORDS),
            role=cast.role(told.role).lower(),
        )
