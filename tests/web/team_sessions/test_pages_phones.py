"""What phones see: coming in, bad codes, old answers, leaving."""

import pytest
from django.test import Client

from beide.web.team_sessions.actions import close, lock
from beide.web.team_sessions.models import Answer, Seat, Step
from beide.web.team_sessions.secret import COOKIE
from tests.web.people import World
from tests.web.team_sessions.made import a_session, go, phones
from tests.web.team_sessions.pages import Browser, words


def test_a_code_is_typed_as_people_type(world: World) -> None:
    session = a_session(world)
    assert session.code
    typed = f" {session.code[:3].lower()} {session.code[3:].lower()}"
    answer = Client().post("/s/", {"code": typed})
    assert answer["Location"] == f"/s/{session.code}/"
    assert "Will you join in?" in words(
        Client(headers={"accept-language": "en"}).get(answer["Location"]).content
    )


def test_a_code_of_another_length_says_so(db: None) -> None:
    answer = Client(headers={"accept-language": "en"}).post("/s/", {"code": "KM7"})
    assert "This one has 3." in words(answer.content)
    assert 'value="KM7"' in words(answer.content)


def test_a_wrong_code_is_not_found_and_says_what_to_do(db: None) -> None:
    answer = Client(headers={"accept-language": "nl"}).get("/s/XXXXXX/")
    assert answer.status_code == 404
    assert "Typ de code opnieuw" in words(answer.content)


def test_a_closed_session_says_that_it_is_over(world: World) -> None:
    session = a_session(world)
    phone = Browser(session).join()
    close(session=session)
    assert "This session is over." in words(Browser(session).client.get(phone.at()).content)
    assert "wiped" in phone.page()
    assert Seat.objects.count() == 0


def test_a_late_joiner_hears_that_it_is_locked(world: World) -> None:
    session = a_session(world)
    early = Browser(session).join()
    lock(session=session)
    late = Browser(session)
    assert "nobody new can come in" in words(late.client.post(late.at()).content)
    assert "You are in" in early.page()
    assert Seat.objects.count() == 1


def test_a_full_session_says_so(world: World) -> None:
    session = a_session(world, most=1)
    Browser(session).join()
    page = words(Browser(session).client.get(f"/s/{session.code}/").content)
    assert "There is place for 1 people" in page


def test_the_secret_stays_with_this_session(world: World) -> None:
    phone = Browser(a_session(world)).join()
    cookie = phone.client.cookies[COOKIE]
    assert cookie["path"] == phone.at()
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_joining_twice_is_one_seat(world: World) -> None:
    phone = Browser(a_session(world)).join().join()
    assert phone.client.get(phone.at())["Location"] == phone.at("here/")
    assert Seat.objects.count() == 1


def test_without_a_seat_a_phone_is_led_to_the_door(world: World) -> None:
    stranger = Browser(a_session(world))
    assert stranger.client.get(stranger.at("here/"))["Location"] == stranger.at()
    assert stranger.client.get(stranger.at("state/")).status_code == 403
    assert stranger.client.post(stranger.at("answer/"), {})["Location"] == stranger.at()


@pytest.mark.parametrize("value", ["6", "0", "", "vijf"])
def test_an_answer_outside_the_scale_is_refused_in_words(world: World, value: str) -> None:
    session = a_session(world)
    phone = Browser(session).join()
    go(session, Step.ANSWER)
    sent = phone.fields() | {"value": value}
    page = words(phone.client.post(phone.at("answer/"), sent, follow=True).content)
    assert "That is not one of the answers." in page
    assert Answer.objects.count() == 0


def test_the_same_answer_twice_counts_once_and_another_is_refused(world: World) -> None:
    session = a_session(world)
    phone = Browser(session).join()
    go(session, Step.ANSWER)
    sent = phone.fields()
    for value in ("4", "4"):
        phone.client.post(phone.at("answer/"), sent | {"value": value})
    page = phone.client.post(phone.at("answer/"), sent | {"value": "1"}, follow=True)
    assert "You had already answered that one" in words(page.content)
    assert Answer.objects.get().value == 4


def test_back_asks_the_last_one_again(world: World) -> None:
    session = a_session(world)
    phone = Browser(session).join()
    go(session, Step.ANSWER)
    first = phone.fields()
    phone.answer()
    phone.client.post(phone.at("back/"), first | {"position": "0"})
    assert phone.fields() == first


def test_an_answer_after_the_picture_is_not_counted_and_says_so(world: World) -> None:
    session = a_session(world)
    phone = Browser(session).join()
    others = phones(session, 5)
    go(session, Step.ANSWER)
    sent = phone.fields() | {"value": "4"}
    for other in others:
        other.answer_all()
    go(session, Step.PICTURE)
    before = Answer.objects.count()
    page = phone.client.post(phone.at("answer/"), sent, follow=True)
    assert "came just too late" in words(page.content)
    assert Answer.objects.count() == before


def test_leaving_takes_the_answers_along(world: World) -> None:
    session = a_session(world)
    phone = Browser(session).join()
    go(session, Step.ANSWER)
    phone.answer()
    page = phone.client.post(phone.at("leave/"))
    assert "You have left" in words(page.content)
    assert Answer.objects.count() == 0
    assert Seat.objects.count() == 0


def test_a_page_refreshes_itself_only_where_there_is_nothing_to_answer(world: World) -> None:
    session = a_session(world)
    phone = Browser(session).join()
    assert f'content="5;url={phone.at("here/")}"' in phone.page()
    go(session, Step.ANSWER)
    assert 'http-equiv="refresh"' not in phone.page()


def test_a_fragment_is_only_the_part_that_changes(world: World) -> None:
    phone = Browser(a_session(world)).join()
    part = phone.client.get(phone.at("here/?fragment=1")).content.decode()
    assert "<html" not in part
    assert part.count('id="now"') == 1
