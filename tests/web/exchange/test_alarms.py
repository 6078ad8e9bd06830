"""Both alarms sound equally loud, are answered with words, and sound again after their day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beide.web.effects.models import Plan
from beide.web.exchange.models import AlarmAnswer
from tests.web.conftest import As
from tests.web.exchange.things import agreement, loop, read_plan
from tests.web.people import World

EATEN = [9, 8, 9, 1, 0, 2]


@pytest.fixture
def suffering(world: World) -> Plan:
    return read_plan(loop(world), verdict="worse", flagged=True)


@pytest.fixture
def eaten(world: World) -> None:
    agreement(world.teams["Intake"], used=EATEN, why_less="Two people were ill")


def page(world: World, signed_in: As, who: str = "mia", path: str = "alarms/") -> str:
    return signed_in(getattr(world, who)).get(f"/o/noord/{path}").content.decode()


def address(world: World, kind: str, plan: Plan | None = None) -> str:
    key = plan.pk if plan else world.teams["Intake"].pk
    return reverse(f"exchange:alarm_{kind}", args=["noord", key])


def words(days: int = 14, way: str = "try") -> dict[str, str]:
    until = timezone.localdate() + timedelta(days=days)
    return {"way": way, "words": "On Tuesdays instead", "until": until.isoformat()}


def test_without_alarms_the_page_says_what_it_needs(world: World, signed_in: As) -> None:
    said = page(world, signed_in)
    assert "Neither mode gets in the way of the other" in said
    assert reverse("room:overview", args=["noord"]) in said


@pytest.mark.usefixtures("suffering", "eaten")
def test_both_sound_on_home_and_on_their_page(world: World, signed_in: As) -> None:
    for path in ("", "alarms/"):
        said = page(world, signed_in, path=path)
        assert "Exploring endangers the promise" in said
        assert "The operation eats the room" in said
    assert page(world, signed_in, path="").count("notice--alarm") == 2


@pytest.mark.usefixtures("eaten")
def test_an_eaten_room_says_how_much_and_why(world: World, signed_in: As) -> None:
    said = page(world, signed_in)
    assert "For 3 weeks in a row" in said
    assert "3 of 30 hours were used" in said
    assert said.count("Two people were ill") == 1


@pytest.mark.parametrize("used", [[9, 1, 1], [1, 1, 1, 9], [1, 1, None, 1]])
def test_less_than_three_weeks_in_a_row_is_quiet(
    world: World, signed_in: As, used: list[float | None]
) -> None:
    agreement(world.teams["Intake"], used=used)
    assert "The operation eats the room" not in page(world, signed_in)


def test_what_has_ended_sounds_no_more(world: World, signed_in: As, suffering: Plan) -> None:
    suffering.ended = timezone.localdate()
    suffering.save()
    assert "Exploring endangers" not in page(world, signed_in)


@pytest.mark.usefixtures("eaten")
def test_an_answer_makes_it_quiet_and_is_kept(world: World, signed_in: As) -> None:
    client = signed_in(world.mia)
    client.post(address(world, "room"), words())
    home = page(world, signed_in, path="")
    assert "The operation eats the room" not in home
    said = page(world, signed_in)
    assert "On Tuesdays instead" in said
    assert "quiet until" in said


@pytest.mark.usefixtures("eaten")
def test_after_its_day_it_sounds_again(world: World, signed_in: As) -> None:
    signed_in(world.mia).post(address(world, "room"), words(way="aside"))
    AlarmAnswer.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert "notice--alarm" in page(world, signed_in, path="")
    assert "On Tuesdays instead" in page(world, signed_in)


@pytest.mark.usefixtures("eaten")
def test_an_answer_can_be_taken_back_and_put_back(world: World, signed_in: As) -> None:
    client = signed_in(world.mia)
    client.post(address(world, "room"), words())
    answer = AlarmAnswer.objects.get()
    client.post(reverse("exchange:alarm_take_back", args=["noord", answer.pk]))
    assert "notice--alarm" in page(world, signed_in, path="")
    client.post(reverse("exchange:alarm_put_back", args=["noord", answer.pk]))
    assert "notice--alarm" not in page(world, signed_in, path="")


@pytest.mark.usefixtures("eaten")
@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"words": ""}, "This field is required"),
        ({"until": "2020-01-01"}, "This day has passed"),
        ({"until": "2199-01-01"}, "more than eight weeks"),
        ({"way": ""}, "This field is required"),
    ],
)
def test_an_answer_says_what_and_until_when(
    world: World, signed_in: As, change: dict[str, str], says: str
) -> None:
    sent = signed_in(world.mia).post(address(world, "room"), words() | change)
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert not AlarmAnswer.objects.exists()


@pytest.mark.usefixtures("eaten")
@pytest.mark.parametrize(
    ("who", "status"),
    [("mia", 302), ("lex", 302), ("anna", 302), ("gijs", 403), ("cora", 403), ("otto", 404)],
)
def test_the_team_and_who_leads_it_answer_for_its_room(
    world: World, signed_in: As, who: str, status: int
) -> None:
    sent = signed_in(getattr(world, who)).post(address(world, "room"), words())
    assert sent.status_code == status
    assert AlarmAnswer.objects.exists() is (status == 302)


@pytest.mark.parametrize(
    ("who", "status"), [("mia", 302), ("lex", 302), ("gijs", 302), ("otto", 404)]
)
def test_who_carries_it_answers_for_what_it_does(
    world: World, signed_in: As, suffering: Plan, who: str, status: int
) -> None:
    sent = signed_in(getattr(world, who)).post(address(world, "promise", suffering), words())
    assert sent.status_code == status


def test_someone_elses_experiment_is_not_answered(
    world: World, signed_in: As, suffering: Plan
) -> None:
    suffering.initiative.team = world.teams["Magazijn"]
    suffering.initiative.save()
    sent = signed_in(world.mia).post(address(world, "promise", suffering), words())
    assert sent.status_code == 403


def test_an_alarm_that_is_over_says_so(world: World, signed_in: As) -> None:
    sent = signed_in(world.mia).get(address(world, "room"), follow=True)
    assert sent.redirect_chain == [("/o/noord/alarms/", 302)]
    assert "This alarm is over" in sent.content.decode()


@pytest.mark.usefixtures("suffering", "eaten")
@pytest.mark.parametrize("path", ["", "alarms/"])
def test_few_queries(
    world: World, signed_in: As, path: str, django_assert_max_num_queries: object
) -> None:
    client = signed_in(world.lex)
    client.post(address(world, "room"), words())
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        client.get(f"/o/noord/{path}")


@pytest.mark.usefixtures("eaten")
def test_it_speaks_dutch(world: World, signed_in: As) -> None:
    sent = signed_in(world.mia, language="nl").get("/o/noord/alarms/").content.decode()
    assert "De operatie eet de ruimte op" in sent
    assert "Al 3 weken achter elkaar" in sent
