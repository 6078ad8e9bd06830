"""Where people find the reflection, and that what a form asks is told the same everywhere."""

import pytest
from django.test import Client

from beide.change import Form, content
from tests.web.conftest import As
from tests.web.people import World
from tests.web.reflections.made import finished
from tests.web.tensions.made import bring, see_as


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("nl", ["Begin een reflectie", "geen account", "drie minuten"]),
        ("en", ["Begin a reflection", "no account", "three minutes"]),
    ],
)
def test_front_page_offers_it_first(language: str, says: list[str]) -> None:
    page = Client(headers={"accept-language": language}).get("/").content.decode()
    first = page[page.index("button--primary") :]
    assert first.index('href="/reflect/"') < first.index("/accounts/login/")
    assert all(words in page for words in says)


def test_members_find_it_beside_their_tensions(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).get("/o/noord/").content.decode()
    assert 'href="/reflect/"' in page


def test_someone_who_is_signed_in_can_reflect_too(world: World, signed_in: As) -> None:
    browser = signed_in(world.mia)
    assert browser.get("/reflect/").status_code == 200
    _reflection, token = finished()
    assert browser.get(f"/reflect/{token}/result/").status_code == 200


def test_a_tension_and_a_reflection_tell_the_same_of_a_form(world: World, signed_in: As) -> None:
    asks = content().forms[Form.INNOVATION].asks
    tension = bring(world.mia)
    see_as(tension, Form.INNOVATION)
    browser = signed_in(world.mia)
    of_tension = browser.get(f"/o/noord/tensions/{tension.pk}/").content.decode()
    _reflection, token = finished(changes=True)
    of_reflection = browser.get(f"/reflect/{token}/result/").content.decode()
    for line in (*asks.at_the_table, *asks.traps, *asks.questions, asks.first_step):
        assert line.en in of_tension.replace("&#x27;", "'")
        assert line.en in of_reflection.replace("&#x27;", "'")
    assert "Start an initiative" in of_tension
    assert "Start an initiative" not in of_reflection
