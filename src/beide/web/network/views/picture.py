"""What the pages show of a loop: its stages, its round, its experiments and its ledger."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from beide.change import Form, Mode, Stage, content
from beide.text import Text
from beide.web.initiatives.models import Initiative
from beide.web.network import access, words
from beide.web.network.models import Call, Experiment, LedgerEntry, Round

State = Experiment.State
Kind = LedgerEntry.Kind
STAGES = Mode.NETWORK.rhythm.stages
MOST_RINGS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """A stage as seen from where the initiative is."""

    key: str
    name: Text
    do: Text
    question: Text
    is_past: bool
    is_current: bool


def steps(initiative: Initiative) -> list[Step]:
    """Return the stages of the loop, with the current one marked."""
    current = STAGES.index(Stage(initiative.stage))
    texts = [content().stage(stage) for stage in STAGES]
    return [
        Step(
            key=str(text.key),
            name=text.name,
            do=text.do,
            question=text.question,
            is_past=number < current,
            is_current=number == current,
        )
        for number, text in enumerate(texts)
    ]


def rings(round_: Round | None) -> list[str]:
    """Return the radii of the growth rings of a round: one for each round walked."""
    count = min(round_.number if round_ else 1, MOST_RINGS)
    return [f"{10 * number / count:.1f}" for number in range(1, count + 1)]


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop on the list page."""

    initiative: Initiative
    round: Round | None
    rings: list[str]
    steps: list[Step]
    taking_part: str
    call: Call | None
    joined: bool


def loops(initiatives: Iterable[Initiative], *, threshold: int, joined: set[int]) -> list[Loop]:
    """Return what the list shows of each initiative."""
    return [loop(one, threshold=threshold, joined=joined) for one in initiatives]


def loop(initiative: Initiative, *, threshold: int, joined: set[int]) -> Loop:
    """Return what the list shows of one initiative, as ``access.loops_of`` found it."""
    round_ = access.current_round(initiative) or next(iter(initiative.rounds.all()), None)
    return Loop(
        initiative=initiative,
        round=round_,
        rings=rings(round_),
        steps=steps(initiative),
        taking_part=words.taking_part(
            count=initiative.people,  # type: ignore[attr-defined]
            teams=initiative.teams,  # type: ignore[attr-defined]
            threshold=threshold,
        ),
        call=next(iter(initiative.open_calls), None),  # type: ignore[attr-defined]
        joined=initiative.pk in joined,
    )


@dataclass(frozen=True, slots=True)
class Group:
    """Experiments that are equally far."""

    state: str
    title: str
    experiments: list[Experiment]


def groups(experiments: Iterable[Experiment]) -> list[Group]:
    """Return the experiments by how far they are, what runs first."""
    found = list(experiments)
    titles = [
        (State.RUNNING, _("Running now")),
        (State.TO_BEGIN, _("To begin")),
        (State.LEARNT, _("Learnt")),
    ]
    every = [
        Group(str(state), title, [one for one in found if one.state == state])
        for state, title in titles
    ]
    return [group for group in every if group.experiments]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the ledger, with what it is for."""

    kind: str
    css: str
    title: str
    says: str
    entries: list[LedgerEntry]


def columns(entries: Iterable[LedgerEntry]) -> list[Column]:
    """Return the three columns of the ledger."""
    found = list(entries)
    told = [
        (
            Kind.LET_GO,
            "ledger__gone",
            _("We let go"),
            _("What helped us once and may go now. Thank it before you let it go."),
        ),
        (
            Kind.KEEP,
            "ledger__kept",
            _("We keep"),
            _("What must not get lost: the craft, the care, what customers count on."),
        ),
        (
            Kind.BEGIN,
            "ledger__begun",
            _("We begin"),
            _("What is new and still small. It does not have to be good yet."),
        ),
    ]
    return [
        Column(str(kind), css, title, says, [one for one in found if one.kind == kind])
        for kind, css, title, says in told
    ]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a form of change asks."""

    title: str
    lines: tuple[Text, ...]


def asked(form: Form) -> list[Asked]:
    """Return what a form of change asks, in the order in which people need it."""
    asks = content().forms[form].asks
    return [
        Asked(_("A good first step"), (asks.first_step,)),
        Asked(_("Who belongs at the table"), asks.at_the_table),
        Asked(_("What leaders do"), asks.leaders_do),
        Asked(_("What leaders stop doing"), asks.leaders_stop),
        Asked(_("What stays safe meanwhile"), asks.stays_safe),
        Asked(_("Where it often goes wrong"), asks.traps),
        Asked(_("Questions to take along"), asks.questions),
    ]
