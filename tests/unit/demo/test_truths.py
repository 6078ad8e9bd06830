"""The written-down truths are complete, and refuse what contradicts itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from beide.demo import Truths, organisation, truths
from beide.demo._check import check
from beide.errors import ContentError


def test_teams_and_roles_are_those_of_the_organisation() -> None:
    roles = {role.key: role for role in organisation().roles}
    teams = {team.key: team.name for team in organisation().teams}
    for role in truths().roles:
        assert role.name == roles[role.key].name
        assert role.people == roles[role.key].people
        assert role.team == teams[roles[role.key].team]


def test_first_intervention_was_in_november_2025() -> None:
    first = truths().interventions[0]
    monday = truths().period.monday(weeks_before_end=first.weeks_before_end)
    assert monday.isoformat() == "2025-11-17"


def test_names_are_said_in_both_languages() -> None:
    told = truths()
    names = [
        *(role.name for role in told.roles),
        *(step.name for step in told.steps),
        *(kind.name for kind in told.types),
        *(condition.name for condition in told.conditions),
        *(change.name for change in told.interventions),
    ]
    assert all(name.nl.strip() and name.en.strip() for name in names)


def broken_role(told: Truths) -> Truths:
    return replace(told, roles=(replace(told.roles[0], calendar="nights"), *told.roles[1:]))


def broken_step(told: Truths) -> Truths:
    return replace(told, steps=(replace(told.steps[0], role="robot"), *told.steps[1:]))


def broken_condition(told: Truths) -> Truths:
    conditions = (replace(told.conditions[0], wait_steps=("dromen",)), *told.conditions[1:])
    return replace(told, conditions=conditions)


def broken_share(told: Truths) -> Truths:
    return replace(told, types=(replace(told.types[0], share=0.9), *told.types[1:]))


@pytest.mark.parametrize(
    ("breaks", "place", "value"),
    [
        (broken_role, "roles.klantcontact.calendar", "nights"),
        (broken_step, "steps.ontvangen.role", "robot"),
        (broken_condition, "conditions.form_complete.wait_steps", "dromen"),
        (broken_share, "types.share", "1.7"),
    ],
)
def test_a_contradiction_is_told_with_its_place(
    breaks: Callable[[Truths], Truths], place: str, value: str
) -> None:
    with pytest.raises(ContentError) as caught:
        check(breaks(truths()), file="truths.toml")
    assert caught.value.data["key"] == place
    for language in ("nl", "en"):
        assert value in caught.value.in_language(language)
