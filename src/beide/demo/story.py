"""The demo organisation: its teams, its people, and what they are in the middle of.

Everything here is invented. The folder ``content`` holds the words, in Dutch and English beside
each other; this file says what shape they have. Dates are days before today, so that the demo is
always fresh: ``days_ago = 12`` happened twelve days ago and ``in_days = 12`` is still to come.

>>> from beide.demo import organisation
>>> hulpmiddelen_noord = organisation()
>>> sum(team.people for team in hulpmiddelen_noord.teams)
140
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from beide.change import Fit, Form, Mode, Origin
from beide.demo._toml import load
from beide.text import Text

FILES = (
    "organisation",
    "people",
    "tensions",
    "hierarchy",
    "network",
    "experiments",
    "insights",
)

Access = Literal["member", "lead", "guide", "administrator", "council"]
ExperimentState = Literal["planned", "running", "learnt", "stopped"]
Next = Literal["adopt", "adapt", "again", "stop"]
LedgerKind = Literal["let_go", "kept", "begun"]
InsightKind = Literal["insight", "constraint", "customer", "room"]
InsightState = Literal["found", "offered", "accepted", "adapted", "declined", "in_use", "checked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team, or a part of the organisation that only groups teams (``people`` is then 0)."""

    key: str
    name: Text
    people: int
    parent: str | None = None  # no parent: the organisation itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Work that one or more people of a team do. Event data speaks of roles, never of people."""

    key: str
    name: Text
    team: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented person who can sign in to the demo."""

    key: str
    name: str
    email: str
    access: tuple[Access, ...]
    about: Text
    team: str | None = None  # none: from outside the organisation
    role: str | None = None
    leads: str | None = None  # the team this person leads, with what is under it


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPromise:
    """What customers can count on: ``share`` of the orders ready within ``within_days`` days.

    Lead time is clock time, from the first to the last step of an order.
    """

    outcome: Literal["lead_time"]
    within_days: int
    share: float
    name: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Why event data may be seen here without a works council's consent: it is generated."""

    exempt: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The two plain questions as they were answered. A later choice replaces an earlier one."""

    days_ago: int
    by: str
    configuration_changes: bool
    paradigm_shifts: bool
    why: Text | None = None

    @property
    def form(self) -> Form:
        """The form of change that these two answers lead to."""
        return Form.of(
            configuration_changes=self.configuration_changes, paradigm_shifts=self.paradigm_shifts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """What someone brought in. Without ``by`` it was brought anonymously."""

    key: str
    days_ago: int
    team: str
    what_does_not_fit: Text
    what_must_go_on: Text
    origin: Origin
    fits: Fit
    by: str | None = None
    recognised_by: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()  # oldest first; empty when no form was chosen yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an improvement or renewal. Overdue when due before today and not done."""

    name: Text
    in_days: int  # due; negative in the past
    done_days_ago: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """By what and when it is checked that a change holds."""

    checked_by: Text
    in_days: int  # negative: has been checked
    outcome: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """The hierarchy's side of an initiative: what an improvement or a renewal needs."""

    stage: Literal["analyse", "plan", "execute", "held"]
    goal: Text
    steps: tuple[Step, ...]
    held: Held
    serves_promise: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One loop of explore, discover, learn. A round without ``ended_days_ago`` is going on."""

    number: int
    days_ago: int
    stage: Literal["explore", "discover", "learn"]
    about: Text
    ended_days_ago: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """Someone who joined by wanting to, with hours agreed by their lead as planned time."""

    person: str
    days_ago: int
    hours_per_week: float
    why: Text
    agreed_by: str | None = None  # none: the lead has not answered yet
    agreed_days_ago: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """In a transition: something let go, kept or begun."""

    kind: LedgerKind
    days_ago: int
    by: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """The network's side of an initiative: what a transition or an innovation needs."""

    question: Text
    rounds: tuple[Round, ...]
    volunteers: tuple[Volunteer, ...]
    ledger: tuple[LedgerEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """One change being carried. Exactly one of ``hierarchy`` and ``network`` is filled."""

    key: str
    tension: str
    form: Form
    name: Text
    about: Text
    days_ago: int
    carried_by: str  # the person who carries it
    role: str
    team: str
    hierarchy: Improvement | None = None
    network: Exploration | None = None

    @property
    def mode(self) -> Mode:
        """The mode this initiative lives in, which follows from its form."""
        return self.form.mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What an experiment taught."""

    days_ago: int
    by: str
    saw: Text
    learnt: Text
    next: Next
    next_why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """A bounded try in the network, and what came of it."""

    key: str
    initiative: str
    round: int
    by: str
    state: ExperimentState
    name: Text
    believe: Text
    attempt: Text
    with_whom: Text
    will_see: Text
    stop_when: Text
    protects: Text
    starts_days_ago: int  # negative: starts in the future
    ends_days_ago: int
    learning: Learning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightStep:
    """Something that happened to an insight."""

    state: InsightState
    days_ago: int
    by: str
    note: Text | None = None  # always there when declined or adapted


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """Something learnt in one mode that the other could use."""

    key: str
    found_in: Mode
    kind: InsightKind
    name: Text
    what: Text
    offered_to_role: str | None = None
    offered_to_team: str | None = None
    history: tuple[InsightStep, ...]  # oldest first
    initiative: str | None = None
    experiment: str | None = None

    @property
    def state(self) -> InsightState:
        """How the insight stands now."""
        return self.history[-1].state


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The demo organisation, whole."""

    key: str
    name: Text
    about: Text
    opportunity: Text
    generated: Text
    consent: Consent
    promise: DemoPromise
    teams: tuple[Team, ...]
    roles: tuple[Role, ...]
    people: tuple[Person, ...]
    tensions: tuple[Tension, ...]
    initiatives: tuple[Initiative, ...]
    experiments: tuple[Experiment, ...]
    insights: tuple[Insight, ...]


@cache
def organisation() -> Organisation:
    """Return the demo organisation with its story, in both languages.

    Returns
    -------
    Organisation
        Frozen and shared: the same object every time. Keys refer to each other (a person's
        ``team`` is a team's ``key``); parents stand before what is under them.

    Raises
    ------
    ContentError
        When a file of the story was changed and is not complete any more.
    """
    return load(Organisation, *(f"content/{name}.toml" for name in FILES))
