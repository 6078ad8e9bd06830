"""Every page asks the database at most fifteen things, however much there is."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from beide.change import Form
from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Initiative
from beide.web.network import actions
from beide.web.organisation.roles import Role
from tests.web.conftest import As
from tests.web.network.loops import card, explore, joined, url
from tests.web.people import World, add_person

LOOPS, PEOPLE = 40, 12


@pytest.fixture
def busy(world: World) -> Initiative:
    teams = list(world.teams.values())
    people = [
        add_person(world, f"p{number}", world.noord, Role.MEMBER, team=teams[number % 4])
        for number in range(PEOPLE)
    ]
    forms = (Form.TRANSITION, Form.INNOVATION)
    loops = [explore(world.noord, forms[n % 2], f"Loop {n}") for n in range(LOOPS)]
    for initiative in loops:
        for person in people:
            joined(initiative, person)
    fill(loops[0])
    return loops[0]


def fill(initiative: Initiative) -> None:
    for stage in ("discover", "learn", "explore", "discover"):
        initiatives.move(initiative=initiative, stage=stage)
    for number in range(12):
        begins = timezone.localdate() - timedelta(days=number) if number % 3 else None
        experiment = card(initiative, begins=begins)
        if number % 3 == 2:
            actions.learn(experiment=experiment, saw="A", learnt="B", next_="stop")
        actions.note(initiative=initiative, kind="keep", what=f"{number}")


@pytest.mark.parametrize("who", ["lex", "anna", "mia", "p0"])
def test_pages_are_frugal(
    world: World, signed_in: As, busy: Initiative, django_assert_max_num_queries: Any, who: str
) -> None:
    browser = signed_in(world.people[who])
    experiment = busy.experiments.filter(learnt_on__isnull=False)[0]
    pages = [
        url("list"),
        url("start"),
        url("detail", busy.pk),
        url("experiment", experiment.pk),
    ]
    if who in {"anna", "p0"}:
        pages += [
            url("frame", busy.pk),
            url("close", busy.pk),
            url("stop", busy.pk),
            url("experiment_new", busy.pk),
            url("experiment_learn", experiment.pk),
        ]
    for page in pages:
        with django_assert_max_num_queries(15):
            assert browser.get(page).status_code == 200, page
