"""Whether both modes strengthen each other is told with enough teams and months, and not before."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from django.urls import reverse
from django.utils import timezone

from beide.web.exchange import panel
from beide.web.exchange.models import StartOrder, Together
from beide.web.room import access as room
from beide.web.room.models import Agreement, UsedWeek
from tests.web.conftest import As
from tests.web.exchange.things import agreement, promise, this_week_back, weekly
from tests.web.people import World, add_team

WEEKS = 100
TeamsWithRoom = Callable[[int], None]


@pytest.fixture
def teams_with_room(world: World) -> TeamsWithRoom:
    def make(count: int) -> None:
        rng = np.random.default_rng(7)
        used: list[UsedWeek] = []
        for number in range(count):
            team = add_team(world, f"Team {number}")
            team.people = 9
            team.save()
            kept = promise(world.noord, **weekly(list(rng.uniform(0.7, 0.9, WEEKS))))
            made = Agreement.objects.create(
                team=team,
                promise=kept,
                hours_a_week=10,
                since=this_week_back(WEEKS - 1),
                agreed_on=this_week_back(WEEKS - 1),
            )
            used += [
                UsedWeek(agreement=made, week=this_week_back(back), used_hours=Decimal(int(hours)))
                for back, hours in enumerate(rng.integers(2, 10, WEEKS))
            ]
        UsedWeek.objects.bulk_create(used)

    return make


def laid(world: World) -> panel.Panel:
    today = timezone.localdate()
    return panel.panel_of(room.teams(world.noord, last=panel.MOST_WEEKS), today=today)


def test_few_teams_are_too_few(world: World, signed_in: As, teams_with_room: TeamsWithRoom) -> None:
    teams_with_room(2)
    page = signed_in(world.mia).get("/o/noord/together/").content.decode()
    assert "Too little to tell: there are 2 teams" in page
    assert "The promise kept, by month" in page
    assert "Hours a week used to explore, by month" in page
    signed_in(world.anna).post(reverse("exchange:together_ask", args=["noord"]))
    assert not Together.objects.exists()


def test_without_anything_it_says_where_lines_come_from(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).get("/o/noord/together/").content.decode()
    assert "There are no lines to draw yet." in page


@pytest.mark.django_db(transaction=True)
def test_enough_teams_are_computed_and_kept(
    world: World, signed_in: As, teams_with_room: TeamsWithRoom
) -> None:
    teams_with_room(6)
    client = signed_in(world.anna)
    url = reverse("exchange:together", args=["noord"])
    assert "This has not been computed yet." in client.get(url).content.decode()
    client.post(reverse("exchange:together_ask", args=["noord"]))
    kept = Together.objects.get()
    assert kept.found["verdict"] in {"both", "one", "against", "cannot_tell"}
    assert kept.found["teams"] == 6
    assert kept.found["months"] >= 18
    page = client.get(url).content.decode()
    assert kept.found["text"]["en"] in page
    assert "from exploring to the promise, a month later" in page


def test_teams_that_share_a_promise_cannot_be_told_apart(world: World) -> None:
    shared = promise(world.noord, **weekly([0.9] * 30))
    for name in ("Intake", "Passen"):
        made = agreement(world.teams[name], used=[3.0] * 30)
        made.promise = shared
        made.save()
    own = agreement(world.teams["Magazijn"], used=[3.0] * 30)
    own.promise = promise(world.noord, **weekly([0.9] * 30))
    own.save()
    assert laid(world).teams == ["Magazijn"]


def test_months_are_whole_and_follow_on_each_other() -> None:
    months = panel.months_before(date(2026, 3, 9), known=[date(2025, 11, 1)])
    assert months == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert panel.months_before(date(2026, 3, 9), known=[]) == []
    assert len(panel.months_before(date(2026, 3, 9), known=[date(2020, 1, 1)])) == panel.MONTHS


def drawn(world: World) -> dict[str, object]:
    teams = [world.teams[name].pk for name in ("Intake", "Passen", "Magazijn")]
    return {"what": "Two hours a week", "teams": teams, "first": "2030-01-07", "weeks_between": 6}


def test_an_order_is_drawn_kept_and_shown(world: World, signed_in: As) -> None:
    client = signed_in(world.lex)
    sent = client.post("/o/noord/together/order/", drawn(world), follow=True)
    order = StartOrder.objects.get()
    assert {name for name, _ in order.days} == {"Intake", "Passen", "Magazijn"}
    first = date(2030, 1, 7)
    assert [day for _, day in order.days] == [first + timedelta(weeks=6 * at) for at in range(3)]
    page = sent.content.decode()
    assert "Two hours a week" in page
    assert "1 April 2030" in page
    assert "Two hours a week" in signed_in(world.mia).get("/o/noord/together/").content.decode()


def test_an_order_can_be_taken_away_and_put_back(world: World, signed_in: As) -> None:
    client = signed_in(world.lex)
    client.post("/o/noord/together/order/", drawn(world))
    order = StartOrder.objects.get()
    where = reverse("exchange:together_order", args=["noord", order.pk])
    client.post(reverse("exchange:together_order_remove", args=["noord", order.pk]))
    assert client.get(where).status_code == 404
    client.post(reverse("exchange:together_order_put_back", args=["noord", order.pk]))
    assert client.get(where).status_code == 200


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"teams": []}, "This field is required"),
        ({"weeks_between": 2}, "greater than or equal to 4"),
        ({"first": "soon"}, "Enter a valid date"),
    ],
)
def test_an_order_that_cannot_be_says_why(
    world: World, signed_in: As, change: dict[str, object], says: str
) -> None:
    sent = signed_in(world.lex).post("/o/noord/together/order/", drawn(world) | change)
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert "Two hours a week" in sent.content.decode()


def test_one_team_is_no_order(world: World, signed_in: As) -> None:
    one = drawn(world) | {"teams": [world.teams["Intake"].pk]}
    sent = signed_in(world.lex).post("/o/noord/together/order/", one)
    assert "Choose two teams or more" in sent.content.decode()


def test_members_look_and_do_not_draw(world: World, signed_in: As) -> None:
    assert signed_in(world.mia).get("/o/noord/together/order/").status_code == 403


def test_few_queries(
    world: World,
    signed_in: As,
    teams_with_room: TeamsWithRoom,
    django_assert_max_num_queries: object,
) -> None:
    teams_with_room(6)
    client = signed_in(world.lex)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        client.get("/o/noord/together/")
