"""How much time can be set free: the whole question, from a log to an answer in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from beide.errors import TooLittleData, WrongOption
from beide.room._answer import answer
from beide.room._control import Cancel, Control, ProgressCallback
from beide.room._from_log import Teams, events_of
from beide.room._groups import MINIMUM, check_enough, check_minimum
from beide.room._remarks import refusal, remarks
from beide.room._result import Refused, Room
from beide.room._study import Study, study
from beide.room._ways import Way

if TYPE_CHECKING:
    from beide.log import Log, Promise

SEED = 2026
_HOUR = 3600.0


def room(
    log: "Log",
    *,
    promise: "Promise",
    way: Way | str = Way.HOUR_A_DAY,
    zone: str | None = None,
    teams: Teams = "roles",
    people: Mapping[str, float] | None = None,
    seed: int = SEED,
    minimum: int = MINIMUM,
    progress: ProgressCallback | None = None,
    cancel: Cancel | None = None,
) -> Room | Refused:
    """Tell how many hours a week teams can set free while a promise holds.

    A model is fitted to the log: real weeks of arrivals, real cases with their route and work, and
    the people at work in each hour of the week. It is held against the last 30% of the log, which
    it has not seen; when it does not reproduce that, there is no number. Else time is taken out in
    the way that was asked until the promise would break in the worst tenth of the years to which
    weeks drawn again from the log lead.

    Parameters
    ----------
    log
        A normalised log of at least 13 weeks and 300 whole cases.
    promise
        A lead time, for a share of all cases.
    way
        How time is freed: ``spread``, ``hour_a_day``, ``half_day``, ``rota`` or ``taking_turns``.
    zone
        In which time zone people work; default the one that the log was read with.
    teams
        What a team is: ``roles``, ``activities`` or ``one``.
    people
        How many people work in a team at its fullest hour, by its name, where you know it.
    seed
        Where chance begins; the same seed gives the same answer.
    minimum
        The fewest people at work of whom figures are told; 5 or more. Roles of fewer people are
        told together, or not at all.
    progress
        Called with how far it is.
    cancel
        Asked now and then; true stops the work.

    Returns
    -------
    Room or Refused
        Hours a week for each team, with a range; or why there is no number.

    Raises
    ------
    TooLittleData
        When the log is too short, has no roles, has one giant case, or is of too few people.
    WrongOption
        When the promise is not a lead time for all cases, or an option is none of what it can be.
    Cancelled
        When it was asked to stop.

    References
    ----------
    Simulation from logs: M. Camargo, M. Dumas and O. González-Rojas (2020), Automated discovery of
    business process simulation models from event logs, Decision Support Systems 134, 113284.
    """
    control = Control(progress=progress, cancel=cancel)
    asked = way_of(way)
    check_minimum(minimum)
    found = studied(
        log, promise=promise, zone=zone, teams=teams, people=people, seed=seed, control=control
    )
    check_enough(found.fit.people, found.simulated > 0, minimum=minimum)
    if not found.backtest.passes:
        return refused(found, promise, minimum=minimum)
    return answer(
        found, promise=promise.text, way=asked, seed=seed, control=control, minimum=minimum
    )


def studied(
    log: "Log",
    *,
    promise: "Promise",
    zone: str | None,
    teams: Teams,
    people: Mapping[str, float] | None,
    seed: int,
    control: Control,
) -> Study:
    """Read, fit and hold against the last part of the log."""
    within = hours_within(promise)
    control.at("reading", 0.0)
    events = events_of(log, zone=zone, teams=teams)
    control.at("fitting", 0.05)
    found = study(
        events,
        within=within,
        share=promise.share,
        seed=seed,
        people=people,
        holding=lambda: control.at("holding", 0.12),
        cancel=control.cancel,
    )
    control.at("holding", 0.2)
    if not found.simulated.any():
        raise TooLittleData(
            what_nl="van geen enkel team is genoeg werk te zien",
            what_en="of no team enough work is seen",
            needed_nl="een log dat ook vertelt wanneer werk begon, of meer casussen per team",
            needed_en="a log that also tells when work began, or more cases for each team",
        )
    return found


def refused(found: Study, promise: "Promise", *, minimum: int) -> Refused:
    """Return why there is no number."""
    told = found.groups(minimum=minimum)
    return Refused(
        promise=promise.text,
        backtest=found.backtest,
        remarks=remarks(found.fit, (), told, minimum=minimum),
        sentences=refusal(found.backtest, found.fit, told),
    )


def hours_within(promise: "Promise") -> float:
    """Return the lead time of a promise in hours, or raise ``WrongOption`` when it is no such one.

    A lead time of a case is simulated from its first completed step to its last.
    """
    from beide.log import Filter

    if promise.within is None or promise.scope != Filter():
        raise WrongOption(
            option="promise",
            value=promise.text.en,
            expected_nl="een doorlooptijd voor alle casussen, zoals 'binnen 5d voor 90%'",
            expected_en="a lead time for all cases, such as 'within 5d for 90%'",
        )
    return promise.within.total_seconds() / _HOUR


def way_of(way: Way | str) -> Way:
    """Return a way of freeing time by its name."""
    if way not in list(Way):
        listed = ", ".join(Way)
        raise WrongOption(
            option="way", value=way, expected_nl=f"een van {listed}", expected_en=f"one of {listed}"
        )
    return Way(way)
