"""What to keep in mind beside an answer, and why there is none."""

from collections.abc import Sequence

from beide.room._fit import Fit
from beide.room._gate import DISTANCE, LEAST_DISTANCE, OWN, Backtest
from beide.room._groups import Groups
from beide.room._sanity import RoleCheck
from beide.room._words import capital, decimal, listed, percent, say, team_text
from beide.text import Text

_MUCH = 0.5


def gate_sentences(found: Backtest) -> tuple[Text, ...]:
    """Return how the model did, for an answer that may be given."""
    told = [
        say(
            "gate",
            "passed",
            simulated=percent(found.simulated),
            share=percent(found.share),
            cases=found.cases,
        )
    ]
    if found.margin > 0.0005:
        told.append(say("gate", "margin", margin=decimal(100 * found.margin, 1)))
    return tuple(told)


def refusal(found: Backtest, fit: Fit, told_of: Groups) -> tuple[Text, ...]:
    """Return why there is no number, and what would help."""
    allowed = min(DISTANCE, max(OWN * found.own_distance, LEAST_DISTANCE))
    reasons = {
        "share": {"simulated": percent(found.simulated), "share": percent(found.share)},
        "distance": {"distance": percent(found.distance), "allowed": percent(allowed)},
        "open": {
            "simulated_open": decimal(found.simulated_open, 1),
            "open": decimal(found.open, 1),
        },
        "undecided": {"teams": listed(found.undecided)},
    }
    told = [say("gate", key, **reasons[key]) for key in found.failures]
    return (say("gate", "refused"), *told, *_help(found, fit, told_of))


def _help(found: Backtest, fit: Fit, told_of: Groups) -> list[Text]:
    told = []
    if fit.inferred or found.undecided or fit.outside:
        told += [say("help", "starts"), say("help", "people")]
    if set(found.failures) - {"undecided"}:
        told.append(say("help", "changed"))
    most = max((float(fit.unexplained[role]) for role in told_of.alone), default=0.0)
    if most > _MUCH:
        told.append(say("help", "outside", percent=percent(round(most, 2))))
    return told


def remarks(
    fit: Fit, checks: Sequence[RoleCheck], told_of: Groups, *, minimum: int
) -> tuple[Text, ...]:
    """Return what was assumed, and what is odd; of roles of too few people only in general."""
    names = fit.network.roles
    told = _who(names, told_of, minimum)
    if fit.inferred:
        told.append(say("remark", "inferred", teams=listed(names[role] for role in fit.inferred)))
    if fit.outside:
        told.append(say("remark", "outside", teams=listed(names[role] for role in fit.outside)))
    seen = told_of.alone
    waits = [names[role] for role in seen if fit.unexplained[role] > _MUCH]
    if waits:
        told.append(say("remark", "unexplained", teams=listed(waits)))
    rests = (fit.network.people[seen] == 0).any(axis=1)
    told += [
        say("remark", "never_rests", team=capital(team_text(names[role])))
        for role, does in zip(seen, rests, strict=True)
        if not does
    ]
    if fit.negative:
        told.append(say("remark", "negative", count=fit.negative))
    odd = [check for check in checks if check.is_odd]
    return (*told, *(_odd(check) for check in odd), say("remark", "same_speed"))


def _who(names: Sequence[str], told_of: Groups, minimum: int) -> list[Text]:
    """Return who stands together, and of whom nothing is told."""
    told = []
    for group in told_of.told:
        if not group.is_one:
            teams = capital(listed(group.roles))
            told.append(say("remark", "together", teams=teams, minimum=minimum))
    if told_of.untold:
        teams = listed(names[role] for role in told_of.untold)
        told.append(say("remark", "untold", teams=teams, minimum=minimum))
    return told


def _odd(check: RoleCheck) -> Text:
    return say(
        "remark",
        "odd",
        team=check.name,
        expected=decimal(min(check.expected, 9999.0), 1),
        waited=decimal(check.waited, 1),
    )
