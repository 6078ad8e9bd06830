"""The demo organisation: effects are found where its truths are, and nowhere else."""

from math import exp

import pytest

from beide.demo import truths
from beide.web.demo import make
from beide.web.demo.effects import begins
from beide.web.effects import access
from beide.web.effects.models import Plan

pytestmark = pytest.mark.django_db

FOUND = {"improved", "probably", "worse"}


def test_effects_are_found_where_the_truths_are_and_nowhere_else() -> None:
    organisation = make.make_demo("en")
    found = access.of_organisation(organisation)
    begun = begins("build_session")
    told = [each for each in found if each.verdict in FOUND]
    assert {each.plan.measure for each in told} == {Plan.Measure.LEAD_TIME, Plan.Measure.KEPT}
    assert {each.verdict for each in told} <= {"improved", "probably"}
    assert {each.plan.starts for each in told} == {begun}
    assert access.flagged(organisation) == []
    share = next(each for each in told if each.kind == "share")
    assert share.low is not None
    assert share.high is not None
    assert share.low < complete_afterwards() < share.high
    changed_nothing = [each for each in found if each.plan.promise_id == share.plan.promise_id]
    assert {each.verdict for each in changed_nothing if each not in told} == {"cannot_tell"}
    assert len(found) > len(told) + 3


def complete_afterwards() -> float:
    """Return by how much the truths make complete forms more frequent, of orders that have one."""
    condition = next(each for each in truths().conditions if each.key == "form_complete")
    change = next(
        each
        for intervention in truths().interventions
        for each in intervention.condition
        if each.key == "form_complete"
    )
    odds = condition.before / (1 - condition.before) * exp(change.log_odds)
    return odds / (1 + odds) - condition.before
