"""The public front page."""

import pytest
from django.test import Client

from beide.change import Form, content

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["nl", "en"])
def test_front_says_what_it_is_for_and_shows_the_four_forms(language: str) -> None:
    page = Client(headers={"accept-language": language}).get("/").content.decode()
    assert {"nl": "Je belofte houden", "en": "Keep your promise"}[language] in page
    for form in Form:
        assert content().forms[form].in_short.in_language(language) in page
    assert 'href="/accounts/login/"' in page
    assert 'href="#forms"' in page


def test_forms_stand_where_the_axes_say() -> None:
    page = Client(headers={"accept-language": "en"}).get("/").content.decode()
    places = [page.index(f">{name}</h3>") for name in ("Transition", "Innovation", "Improvement")]
    assert places == sorted(places)
    assert page.index(">Renewal</h3>") > places[-1]
