"""What is carried in each form, which ability grows with it, and that a few people stay hidden."""

from decimal import Decimal

import pytest
from django.utils import timezone

from beide.change import Form, Mode
from beide.web.exchange.portfolio import Portfolio, agreed, portfolio_of
from beide.web.initiatives.actions import start, stop
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Joining
from beide.web.organisation.roles import Role
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World, add_person


def carry(world: World, form: Form, count: int = 1) -> list[Initiative]:
    return [
        start(organisation=world.noord, form=form, title=f"{form} {number}")
        for number in range(count)
    ]


def found(world: World) -> Portfolio:
    return portfolio_of(world.noord)


def join(world: World, initiative: Initiative, names: list[str]) -> None:
    for name in names:
        member = world.people.get(name) or add_person(world, name, world.noord, Role.MEMBER)
        Joining.objects.create(
            initiative=initiative, membership=member, hours=2, agreed_on=timezone.localdate()
        )


SIX = [f"p{number}" for number in range(6)]
OTHER_SIX = [f"q{number}" for number in range(6)]


@pytest.mark.parametrize(
    ("improving", "exploring", "leans"),
    [
        (4, 2, Mode.HIERARCHY),
        (3, 2, None),
        (0, 2, Mode.NETWORK),
        (1, 0, Mode.HIERARCHY),
        (0, 0, None),
    ],
)
def test_it_leans_where_there_is_twice_as_much(
    world: World, improving: int, exploring: int, leans: Mode | None
) -> None:
    carry(world, Form.IMPROVEMENT, improving)
    carry(world, Form.TRANSITION, exploring)
    portfolio = found(world)
    assert (portfolio.excellence, portfolio.evolution) == (improving, exploring)
    assert portfolio.leans is leans


def test_what_was_stopped_or_holds_is_not_carried(world: World) -> None:
    stopped, held = carry(world, Form.RENEWAL, 2)
    stop(initiative=stopped, why="no time")
    Initiative.objects.filter(pk=held.pk).update(stage="held")
    portfolio = found(world)
    assert portfolio.all == 0
    assert portfolio.waiting.resting == 1


def test_people_and_hours_of_large_groups_are_shown(world: World) -> None:
    (one,), (other,) = carry(world, Form.TRANSITION), carry(world, Form.INNOVATION)
    join(world, one, SIX)
    join(world, other, OTHER_SIX)
    assert agreed(world.noord) == {
        Form.TRANSITION: (6, Decimal(12)),
        Form.INNOVATION: (6, Decimal(12)),
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [(SIX, OTHER_SIX[:3]), (SIX[:4], OTHER_SIX), (SIX, [*SIX[1:], "q0"])],
    ids=["the second is small", "the first is small", "what one adds to the other is small"],
)
def test_a_small_group_hides_its_complement_too(
    world: World, one: list[str], other: list[str]
) -> None:
    (first,), (second,) = carry(world, Form.TRANSITION), carry(world, Form.INNOVATION)
    join(world, first, one)
    join(world, second, other)
    assert agreed(world.noord) == {}
    hidden = {carried.form for carried in found(world).forms if carried.is_hidden}
    assert hidden == {Form.TRANSITION, Form.INNOVATION}


def test_what_waits_is_counted_and_leads_somewhere(world: World, signed_in: As) -> None:
    Tension.objects.create(organisation=world.noord, what="Does not fit", origin="ai")
    taken = Tension.objects.create(organisation=world.noord, what="Carried", origin="ai")
    start(organisation=world.noord, form=Form.RENEWAL, title="Board", tension=taken)
    page = signed_in(world.mia).get("/o/noord/portfolio/").content.decode()
    assert "1 tension that nobody carries yet" in page
    assert "/o/noord/tensions/" in page


def test_an_empty_portfolio_says_where_to_begin(world: World, signed_in: As) -> None:
    page = signed_in(world.mia, language="nl").get("/o/noord/portfolio/").content.decode()
    assert "Er wordt nog niets gedragen" in page
    assert "/o/noord/tensions/new/" in page


def test_few_queries(world: World, signed_in: As, django_assert_max_num_queries: object) -> None:
    for form in Form:
        carry(world, form, 3)
    client = signed_in(world.lex)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        page = client.get("/o/noord/portfolio/").content.decode()
    assert "side by side" in page
