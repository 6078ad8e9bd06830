"""How long work waits when people are this busy: formulas beside the simulation."""

import math

from beide.errors import WrongOption


def erlang_c(people: int, busy: float) -> float:
    """Return the chance that work has to wait, when it comes at random and takes random time.

    Parameters
    ----------
    people
        How many people there are, 1 or more.
    busy
        The share of their time that is needed, from 0 up to 1.

    References
    ----------
    A. K. Erlang (1917), Elektroteknikeren 13. By way of Erlang's B, person by person, so that
    nothing overflows.
    """
    _check(people, busy)
    load = people * busy
    blocked = 1.0
    for number in range(1, people + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked / (1.0 - busy * (1.0 - blocked))


def allen_cunneen(
    people: int, busy: float, work: float, *, arrivals_vary: float = 1.0, work_varies: float = 1.0
) -> float:
    """Return about how long work waits in line.

    Parameters
    ----------
    people, busy
        As for `erlang_c`.
    work
        The mean work of a visit, in hours.
    arrivals_vary, work_varies
        The squared coefficient of variation of the time between arrivals and of the work.

    Returns
    -------
    float
        Hours; infinite when people are needed all the time or more.

    References
    ----------
    A. O. Allen (1990), Probability, Statistics and Queueing Theory, second edition.
    """
    if busy >= 1.0:
        return math.inf
    waiting = erlang_c(people, busy) * work / (people * (1.0 - busy))
    return waiting * (arrivals_vary + work_varies) / 2.0


def _check(people: int, busy: float) -> None:
    if people < 1:
        raise WrongOption(
            option="people", value=people, expected_nl="1 of meer", expected_en="1 or more"
        )
    if not 0.0 <= busy < 1.0:
        raise WrongOption(
            option="busy",
            value=busy,
            expected_nl="een deel vanaf 0 en onder 1",
            expected_en="a share from 0 and below 1",
        )
