"""Writing down a win."""

from datetime import timedelta

from django.utils import timezone

from beide.web.wins.models import Win
from tests.web.conftest import As
from tests.web.people import World
from tests.web.wins.told import answers, post, text, undo, url, win


def test_win_stands_on_its_page_and_goes_and_comes_back(world: World, signed_in: As) -> None:
    mia = signed_in(world.mia)
    made = post(mia, "new", **answers(quote="Nobody sent me on.", quoted_from="a daughter"))
    assert "Nobody sent me on." in text(made)
    gone = undo(mia, made)
    assert "Ten chose at home" not in text(mia.get(url("list")))
    undo(mia, gone)
    assert "Ten chose at home" in text(mia.get(url("list")))


def test_words_of_a_customer_say_whose_they_are(world: World, signed_in: As) -> None:
    answer = post(signed_in(world.mia), "new", **answers(quote="It fits."))
    assert answer.status_code == 422
    assert "Say in words who said it" in text(answer)
    assert "It fits." in text(answer)


def test_day_ahead_is_refused(world: World, signed_in: As) -> None:
    ahead = (timezone.localdate() + timedelta(days=1)).isoformat()
    answer = post(signed_in(world.mia), "new", **answers(happened=ahead))
    assert answer.status_code == 422
    assert not Win.objects.exists()


def test_win_is_told_differently(world: World, signed_in: As) -> None:
    made = win(world.noord)
    post(signed_in(world.ben), "edit", made.pk, **answers(title="Twelve chose at home"))
    made.refresh_from_db()
    assert made.title == "Twelve chose at home"


def test_dutch_reads_dutch(world: World, signed_in: As) -> None:
    page = text(signed_in(world.mia, language="nl").get(url("list")))
    assert "Er staat nog geen succes." in page
