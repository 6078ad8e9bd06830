"""What was found: sentences, connections, what good looks like, and nothing that is sure."""

import csv
import io

import pytest
from django.test import Client

from tests.web.conftest import As
from tests.web.patterns.found import a_search, answer, passage, pattern
from tests.web.people import World


@pytest.mark.parametrize(
    ("language", "heading", "sentence"),
    [
        ("en", "2 patterns repeat when it goes well.", "in comparable cases 4 of 10."),
        ("nl", "2 patronen komen terug als het goed gaat.", "bij vergelijkbare casussen 4 van de"),
    ],
)
def test_sentences_with_what_they_rest_on(
    world: World, signed_in: As, language: str, heading: str, sentence: str
) -> None:
    search = a_search(world.noord, pattern(), pattern(cases=120))
    page = signed_in(world.mia, language=language).get(f"/o/noord/patterns/{search.pk}/")
    html = page.content.decode()
    assert heading in html
    assert sentence in html
    assert "800 cas" in html
    assert "55" in html
    assert "seed" in html.lower() or "toeval" in html.lower()


def test_connections_that_are_sure_are_told(world: World, mia: Client) -> None:
    links = [
        passage("Balie", "Planning", 0.8, 0.5, sure=True),
        passage("Planning", "Bezorging", 0.5, 0.5),
        passage("Klein", "Groepje", 0.5, 0.1, sure=True) | {"cases": 3},
    ]
    told = answer()["connections"] | {"links": links}
    search = a_search(world.noord, pattern(), found=answer(connections=told))
    html = mia.get(f"/o/noord/patterns/{search.pk}/").content.decode()
    assert "From Balie to Planning." in html
    assert "Bezorging" not in html
    assert "Groepje" not in html


def test_nothing_that_is_sure_is_a_result(world: World, mia: Client) -> None:
    search = a_search(world.noord)
    html = mia.get(f"/o/noord/patterns/{search.pk}/").content.decode()
    assert "<h1>" in html
    assert "We found nothing that is sure." in html
    assert "That is a result too" in html


def test_good_cases_stand_beside_the_others_in_a_map_and_a_table(world: World, mia: Client) -> None:
    search = a_search(world.noord, pattern())
    html = mia.get(f"/o/noord/patterns/{search.pk}/good/").content.decode()
    assert html.count('class="map__drawing"') == 2
    assert html.count("compared__more") == 2
    assert html.count("compared__less") == 2
    assert "surely more in good cases" in html
    assert "surely less in good cases" in html


def test_the_map_leaves_out_what_few_cases_have(world: World, mia: Client) -> None:
    world.noord.threshold = 400
    world.noord.save()
    search = a_search(world.noord, pattern())
    html = mia.get(f"/o/noord/patterns/{search.pk}/good/").content.decode()
    assert "map__drawing" not in html
    assert "There is no passage between steps that enough cases have." in html


def test_the_table_to_take_away_says_what_it_rests_on(world: World, mia: Client) -> None:
    search = a_search(world.noord, pattern())
    answered = mia.get(f"/o/noord/patterns/{search.pk}/download/patterns.csv")
    rows = list(csv.reader(io.StringIO(answered.content.decode("utf-8-sig"))))
    assert ["Good is here: lead time at most 2 days."] in rows
    assert rows[-1][0] == "form: yes"
    assert rows[-1][3:7] == ["320", "0.81", "0.38", "0.21"]


def test_newer_data_than_the_answer_is_told(world: World, mia: Client) -> None:
    search = a_search(world.noord, pattern(), folder="1/earlier.log")
    html = mia.get(f"/o/noord/patterns/{search.pk}/").content.decode()
    assert "The log has newer data than this answer." in html
