"""A team beside teams in which nothing started: what they share cancels out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from beide.effect._arrays import Floats
from beide.effect._scale import Scaled, scaled
from beide.effect._series import Series
from beide.effect._window import FEWEST_BEFORE, Window
from beide.errors import TooLittleData, WrongOption

_FEWEST_WEEKS = 20
_FEWEST_TEAMS = 4
_TOWARDS_EQUAL = 0.5
"""How strongly weights are pulled towards equal ones, against the weeks before the start."""
_ADDS_TO_ONE = 1e3


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A team's weeks less those of the others, on the scale of estimation.

    Attributes
    ----------
    window
        The weeks that every team has.
    scaled
        The differences.
    weights
        What each other team counts for; they add up to 1.
    """

    window: Window
    scaled: Scaled
    weights: Mapping[str, float]


def compared(found: Window, others: Mapping[str, Series], *, as_before: bool = False) -> Compared:
    """Return the difference with other teams, equally weighted or by what fitted before.

    With at least 20 weeks before and 4 other teams, they get the weights, none negative, that
    followed this team best before the start.

    Raises
    ------
    WrongOption
        When a team measures another kind of outcome, or is this team.
    TooLittleData
        When too few weeks are known of every team.

    References
    ----------
    A. Abadie, A. Diamond and J. Hainmueller (2010), Journal of the American Statistical
    Association 105, 493-505.
    """
    _check_teams(found.series, others)
    shared = _shared(found, others)
    own = scaled(shared.series, at=shared.at, as_before=as_before)
    beside = [
        scaled(
            other.part(np.isin(other.weeks, shared.series.weeks)),
            at=shared.at,
            as_before=as_before,
        )
        for other in others.values()
    ]
    weights = team_weights(
        own.values[None, : shared.at], np.array([one.values[: shared.at] for one in beside])[None]
    )[0]
    counts = {team: float(weight) for team, weight in zip(others, weights, strict=True)}
    return Compared(shared, _less(own, beside, weights), counts)


def team_weights(own: Floats, others: Floats) -> Floats:
    """Return what each other team counts for.

    Parameters
    ----------
    own
        A team's weeks before the start, ``(series, weeks)``.
    others
        The same weeks of the other teams, ``(series, teams, weeks)``.

    Returns
    -------
    Floats
        ``(series, teams)``, none negative, adding up to 1.
    """
    series, teams, weeks = others.shape
    equal = np.full((series, teams), 1.0 / teams)
    if teams < _FEWEST_TEAMS or weeks < _FEWEST_WEEKS:
        return equal
    own = own - own.mean(axis=1, keepdims=True)
    others = others - others.mean(axis=2, keepdims=True)
    return np.array([_fitted(mine, theirs) for mine, theirs in zip(own, others, strict=True)])


def _fitted(own: Floats, others: Floats) -> Floats:
    from scipy.optimize import nnls

    teams, weeks = others.shape
    scale = max(float(np.sqrt((others**2).mean())), 1e-9)
    pull = np.sqrt(_TOWARDS_EQUAL * weeks) * scale
    left = np.vstack(
        [others.T, pull * np.eye(teams), np.full((1, teams), _ADDS_TO_ONE * scale * weeks)]
    )
    right = np.concatenate([own, np.full(teams, pull / teams), [_ADDS_TO_ONE * scale * weeks]])
    found = nnls(left, right)[0]
    weights: Floats = found / found.sum()
    return weights


def _less(own: Scaled, others: list[Scaled], weights: Floats) -> Scaled:
    values = own.values - weights @ np.array([one.values for one in others])
    variances = [one.variance for one in others if one.variance is not None]
    if own.variance is None or len(variances) < len(others):
        return Scaled(values, None, is_known=False)
    known = own.is_known and all(one.is_known for one in others)
    return Scaled(values, own.variance + weights**2 @ np.array(variances), is_known=known)


def _shared(found: Window, others: Mapping[str, Series]) -> Window:
    """Return the weeks that every team has."""
    here = np.ones(len(found.series.weeks), dtype=np.bool_)
    for other in others.values():
        here &= np.isin(found.series.weeks, other.weeks)
    before, after = int(here[: found.at].sum()), int(here[found.at :].sum())
    if before < FEWEST_BEFORE or after < 1:
        raise TooLittleData(
            what_nl=f"alle teams samen hebben {before} weken voor en {after} weken na de start",
            what_en=f"all teams together have {before} weeks before and {after} after the start",
            needed_nl=f"minstens {FEWEST_BEFORE} weken ervoor van elk team; "
            "laat een team met gaten weg",
            needed_en=f"at least {FEWEST_BEFORE} weeks before it of every team; "
            "leave out a team with gaps",
        )
    return Window(found.series.part(here), before)


def _check_teams(series: Series, others: Mapping[str, Series]) -> None:
    for name, other in others.items():
        if np.array_equal(series.values, other.values[np.isin(other.weeks, series.weeks)]):
            raise WrongOption(
                option="compare",
                value=name,
                expected_nl="een ander team dan het team zelf",
                expected_en="another team than the team itself",
            )
        if other.kind is not series.kind:
            raise WrongOption(
                option="compare",
                value=f"{name}: {other.kind}",
                expected_nl=f"dezelfde soort uitkomst ({series.kind}) voor elk team",
                expected_en=f"the same kind of outcome ({series.kind}) for every team",
            )
