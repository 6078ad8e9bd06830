"""Learn from answers how statements work, and take that over only when it predicts better."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.errors import TooLittleData
from beide.reflect._calibrate import Beliefs, Given, fit, given, log_likelihoods
from beide.reflect._grid import Array, Whole
from beide.reflect._load import bank as shipped
from beide.reflect._model import Answer, Bank, Parameters, Rules
from beide.reflect._state import check_once

RULES = Rules()
BELIEFS = Beliefs()
FEWEST = 300
FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalibration:
    """What came of recalibrating.

    ``promoted`` tells whether ``bank`` has new parameters, each with a next version, or is the
    one that was given. ``gain`` is how much better the new parameters predict the answers of a
    person they were not fitted to, in log-likelihood, with its standard error ``unsure``.
    """

    promoted: bool
    bank: Bank
    gain: float
    unsure: float
    people: int
    changed: dict[str, Parameters]


def recalibrate(
    answers: Sequence[Sequence[Answer]],
    bank: Bank | None = None,
    *,
    rng: np.random.Generator,
    rules: Rules = RULES,
    beliefs: Beliefs = BELIEFS,
    fewest: int = FEWEST,
) -> Recalibration:
    """Fit the parameters of statements to collected answers, and keep them if they are better.

    Everyone's answers are predicted by parameters fitted to the others, in five parts. The new
    ones are taken over only when they predict better by more than twice what chance could do.

    Parameters
    ----------
    answers
        The answers of each person, those that did not count included.
    bank
        The statements they answered; the shipped ones when left out.
    rng
        Divides people into parts.
    rules
        The model.
    beliefs
        How strongly parameters are held to what they were.
    fewest
        People needed before anything is fitted.

    Returns
    -------
    Recalibration

    Raises
    ------
    TooLittleData
        When fewer than ``fewest`` people gave an answer.
    WrongOption
        When a statement is answered twice or is not in the bank.

    References
    ----------
    R. D. Bock and M. Aitkin (1981), Marginal maximum likelihood estimation of item parameters.
    Psychometrika 46, 443-459.
    """
    bank = bank or shipped()
    collected = _collected(answers, bank, fewest)
    gains = _held_out_gains(collected, bank, rules, beliefs, rng)
    gain, unsure = float(gains.mean()), float(gains.std(ddof=1) / np.sqrt(len(gains)))
    promoted = gain > 2 * unsure
    changed = fit(collected, bank, rules, beliefs) if promoted else {}
    return Recalibration(
        promoted=promoted,
        bank=bank.with_parameters(changed) if promoted else bank,
        gain=gain,
        unsure=unsure,
        people=len(gains),
        changed=changed,
    )


def _collected(answers: Sequence[Sequence[Answer]], bank: Bank, fewest: int) -> Given:
    for each in answers:
        check_once(each)
    found = given(answers, bank)
    found = found.some(np.flatnonzero((found.values >= 0).any(axis=1)))
    people = len(found.values)
    if people < max(fewest, FOLDS):
        raise TooLittleData(
            what_nl=f"er zijn antwoorden van {people} mensen",
            what_en=f"there are answers of {people} people",
            needed_nl=f"antwoorden van minstens {max(fewest, FOLDS)} mensen",
            needed_en=f"answers of at least {max(fewest, FOLDS)} people",
        )
    return found


def _held_out_gains(
    collected: Given, bank: Bank, rules: Rules, beliefs: Beliefs, rng: np.random.Generator
) -> Array:
    """Return for each person how much better the answers are predicted by what others said."""
    part: Whole = rng.permutation(len(collected.values)) % FOLDS
    gains = np.empty(len(part))
    for fold in range(FOLDS):
        held = np.flatnonzero(part == fold)
        others = np.delete(np.arange(len(part)), held)
        fitted = bank.with_parameters(fit(collected.some(others), bank, rules, beliefs))
        left = collected.some(held)
        gains[held] = log_likelihoods(left, fitted, rules) - log_likelihoods(left, bank, rules)
    return gains
