"""What is in the way: named, taken away as a win, and how long it stood."""

from datetime import timedelta

from django.utils import timezone

from beide.web.wins import access, words
from beide.web.wins.actions import name_barrier, remove_barrier
from beide.web.wins.models import Barrier, Win
from tests.web.conftest import As
from tests.web.people import World
from tests.web.wins.told import post, text, undo, url

TODAY = timezone.localdate


def stood(world: World, what: str, days: int) -> Barrier:
    since = TODAY() - timedelta(days=days)
    return name_barrier(organisation=world.noord, what=what, stands_since=since)


def away(barrier: Barrier) -> Win:
    return remove_barrier(barrier=barrier, how="We asked.", title="It opened", on=TODAY())


def test_longest_standing_comes_first(world: World, signed_in: As) -> None:
    stood(world, "A new lock", 3)
    stood(world, "An old lock", 100)
    page = text(signed_in(world.mia).get(url("barriers")))
    assert page.index("An old lock") < page.index("A new lock")
    assert "for 3 months" in page
    assert "for 3 days" in page


def test_barrier_that_goes_away_is_a_win_and_stands_again_with_one_undo(
    world: World, signed_in: As
) -> None:
    barrier, mia = stood(world, "A lock", 10), signed_in(world.mia)
    gone = post(mia, "barrier_remove", barrier.pk, how="We asked.", title="It opened", on=TODAY())
    assert "This was in the way: A lock" in text(gone)
    assert [win.title for win in access.recent_wins(world.noord, TODAY())] == ["It opened"]
    undo(mia, gone)
    assert access.standing_barriers(world.noord) == [barrier]
    assert access.recent_wins(world.noord, TODAY()) == []


def test_barrier_cannot_go_away_before_it_stood(world: World, signed_in: As) -> None:
    barrier = stood(world, "A lock", 1)
    before = TODAY() - timedelta(days=2)
    answer = post(signed_in(world.mia), "barrier_remove", barrier.pk, how="x", title="y", on=before)
    assert answer.status_code == 422
    assert not Win.objects.exists()


def test_days_to_remove_is_the_middle_one(world: World) -> None:
    assert access.days_to_remove(world.noord) is None
    for days in (2, 30, 4):
        away(stood(world, str(days), days))
    found = access.days_to_remove(world.noord)
    assert found is not None
    assert (found.days, found.number, found.quickest, found.longest) == (4, 3, 2, 30)
    assert "3 barriers went away" in words.to_remove(found)


def test_mistake_can_be_put_back(world: World, signed_in: As) -> None:
    barrier, mia = stood(world, "A lock", 1), signed_in(world.mia)
    off = post(mia, "barrier_withdraw", barrier.pk)
    assert "A lock" not in text(mia.get(url("barriers")))
    undo(mia, off)
    assert "A lock" in text(mia.get(url("barriers")))


def test_new_barrier_asks_what(world: World, signed_in: As) -> None:
    answer = post(
        signed_in(world.mia), "barrier_new", what="", who_can="Planning", stands_since=TODAY()
    )
    assert answer.status_code == 422
    assert "Planning" in text(answer)
