"""The way of an order through the organisation: which steps it visits, in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from beide.demo._cases import Cases, Flags
from beide.demo._truths import Truths


@dataclass(frozen=True, slots=True)
class Visit:
    """A step in the master order, and the orders that go through it here."""

    step: str
    orders: Flags
    other_role: tuple[str, Flags] | None = None  # the orders for which another role does it
    at_once: bool = False  # without waiting


def visits(truths: Truths, *, cases: Cases, rng: np.random.Generator) -> Iterator[Visit]:
    """Yield the visits in the order in which they happen; every order skips those not its own."""
    everyone = np.ones(len(cases), dtype=np.bool_)
    yield Visit("ontvangen", everyone)
    yield from _agree(truths, cases=cases, rng=rng)
    yield from _prepare(cases)
    yield from _hand_over(truths, cases=cases, rng=rng)
    yield Visit("nabellen", cases.needs["nabellen"])
    yield Visit("afsluiten", everyone)


def _agree(truths: Truths, *, cases: Cases, rng: np.random.Generator) -> Iterator[Visit]:
    needs, met = cases.needs, cases.conditions
    everyone = np.ones(len(cases), dtype=np.bool_)
    by_phone = ("klantcontact", everyone)
    yield Visit("plannen", met["planned_on_phone"], other_role=by_phone, at_once=True)
    yield Visit("meetformulier", needs["meetformulier"])
    incomplete = needs["meetformulier"] & ~met["form_complete"]
    yield Visit("terugbellen", incomplete)
    yield Visit("terugbellen", incomplete & (rng.random(len(cases)) < truths.outcomes.call_again))
    yield Visit("intake", needs["intake"])
    yield Visit("akkoord", needs["akkoord"])
    yield Visit("plannen", needs["plannen"] & ~met["planned_on_phone"])


def _prepare(cases: Cases) -> Iterator[Visit]:
    needs = cases.needs
    yield Visit("voorraad", ~needs["bestellen"])
    yield Visit("bestellen", needs["bestellen"])
    yield Visit("goederen", needs["bestellen"])
    yield Visit("overleg", cases.conditions["short_talk"])
    yield Visit("aanpassen", needs["aanpassen"])
    yield Visit("bezorgen", needs["bezorgen"])


def _hand_over(truths: Truths, *, cases: Cases, rng: np.random.Generator) -> Iterator[Visit]:
    fitted = cases.needs["passen"]
    adviser = ("adviseur", cases.conditions["one_hand"])
    yield Visit("passen", fitted, other_role=adviser)
    wrong = ~cases.right
    again = wrong & (rng.random(len(cases)) < truths.outcomes.second_loop)
    for loop in (wrong, again):
        yield Visit("opnieuw", loop & fitted)
        yield Visit("passen", loop & fitted, other_role=adviser)
        yield Visit("omruilen", loop & ~fitted)
