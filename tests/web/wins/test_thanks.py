"""Saying thanks: one press, no names, small numbers hidden."""

from beide.web.wins.models import Win
from tests.web.conftest import As
from tests.web.people import World
from tests.web.wins.told import post, text, undo, url, win


def test_one_browser_counts_once_and_can_take_it_back(world: World, signed_in: As) -> None:
    made, mia = win(world.noord), signed_in(world.mia)
    said = post(mia, "celebrate", made.pk)
    assert "You said thanks" in text(said)
    undo_from = said
    post(mia, "celebrate", made.pk)
    assert Win.objects.get().celebrated == 1
    undo(mia, undo_from)
    assert Win.objects.get().celebrated == 0
    post(mia, "celebrate_undo", made.pk)
    assert Win.objects.get().celebrated == 0


def test_small_number_is_not_told(world: World, signed_in: As) -> None:
    mia = signed_in(world.mia)
    few, many = win(world.noord, celebrated=4), win(world.noord, celebrated=5)
    assert "A few people said thanks." in text(mia.get(url("detail", few.pk)))
    assert "5 people said thanks." in text(mia.get(url("detail", many.pk)))


def test_wins_of_the_last_weeks_stand_on_both(world: World, signed_in: As) -> None:
    win(world.noord, title="Choosing at home works")
    win(world.zuid, title="Something of Zuid")
    page = text(signed_in(world.mia).get("/o/noord/"))
    assert "Choosing at home works" in page
    assert "Something of Zuid" not in page
