"""The result: where it stands, in words and on the plane, and what it asks."""

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from beide import reflect
from beide.change import Form, content
from beide.web.reflections.asking import verdict_of
from beide.web.reflections.told import chances_of, questions_of, weighed_most
from tests.web.reflections.made import answer_next, begun, finished, round_of, visitor

pytestmark = pytest.mark.django_db


def page_of(token: str, language: str = "en") -> str:
    page = visitor(language).get(f"/reflect/{token}/result/").content.decode()
    return " ".join(page.replace("&#x27;", "'").split())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("changes", "form"), [(True, Form.INNOVATION), (False, Form.IMPROVEMENT)])
def test_it_names_the_form_says_how_sure_and_what_it_asks(
    language: str, changes: bool, form: Form
) -> None:
    reflection, token = finished(changes=changes)
    page = page_of(token, language)
    verdict = verdict_of(round_of(reflection))
    told = content().forms[form]
    assert f"<h1>{verdict.title.in_language(language)}</h1>" in page
    assert verdict.sureness.in_language(language) in page
    assert all(sentence.in_language(language) in page for sentence in verdict.sentences)
    assert told.asks.first_step.in_language(language) in page
    assert all(question.in_language(language) in page for question in told.asks.questions)


def test_who_knows_nothing_yet_hears_that_it_is_open() -> None:
    reflection, token = finished(changes=None)
    page = page_of(token)
    verdict = verdict_of(round_of(reflection))
    assert verdict.kind is reflect.Kind.OPEN
    assert "Still open" in page
    assert "that is a result too" in page
    assert "These answers weighed most" not in page
    assert len(questions_of(verdict)) == 3


def test_between_two_forms_both_are_told() -> None:
    reflection, token = finished(changes=True)
    for answer in round_of(reflection).answers.all():
        statement = reflect.bank()[answer.statement]
        if statement.dimension == reflect.Dimension.CONFIGURATION:
            answer.value = 3
            answer.save()
    missing = 10 - round_of(reflection).answers.count()
    for _ in range(missing):
        answer_next(reflection, changes=None)
    verdict = verdict_of(round_of(reflection))
    assert verdict.kind is reflect.Kind.BETWEEN
    page = page_of(token)
    for form in verdict.forms:
        assert f"If it is {content().forms[form].name.en}" in page
        assert content().forms[form].asks.first_step.en in page


def test_the_answers_that_weighed_most_stand_with_what_was_said() -> None:
    reflection, token = finished()
    page = page_of(token)
    found = weighed_most(verdict_of(round_of(reflection)))
    assert 0 < len(found) <= 3
    for each in found:
        assert each.statement.en in page
        assert each.said.en in page


def test_the_chances_of_the_forms_add_up() -> None:
    reflection, _token = finished()
    chances = chances_of(verdict_of(round_of(reflection)))
    assert [each.percent for each in chances] == sorted(
        (each.percent for each in chances), reverse=True
    )
    assert 98 <= sum(each.percent for each in chances) <= 102


def test_the_cloud_is_drawn_in_the_page_with_the_same_in_words() -> None:
    reflection, token = finished()
    page = page_of(token)
    assert 'href="data:image/png;base64,' in page
    picture = re.search(r'role="img" aria-label="([^"]+)"', page)
    assert picture
    assert verdict_of(round_of(reflection)).sureness.en in picture[1]
    assert "style=" not in page


def test_an_unfinished_reflection_goes_on() -> None:
    reflection, token = begun()
    answer_next(reflection)
    answer = visitor().get(f"/reflect/{token}/result/")
    assert answer.status_code == 302
    assert answer["Location"] == f"/reflect/{token}/"


def test_both_links_are_there_to_copy() -> None:
    _reflection, token = finished()
    page = page_of(token)
    assert f"http://testserver/reflect/{token}/ <" in page or f"/reflect/{token}/</p>" in page
    assert "/reflect/?about=Een+klant+wil+partner+worden" in page
    assert token not in page.split('id="others-link"')[1].split("</p>")[0]


def test_answers_to_a_statement_that_was_taken_out_do_no_harm() -> None:
    reflection, token = finished()
    taken_out = round_of(reflection).answers.last()
    assert taken_out
    taken_out.statement = "c-taken-out"
    taken_out.save()
    assert visitor().get(f"/reflect/{token}/", follow=True).status_code == 200


def test_it_asks_few_questions_of_the_database(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    _reflection, token = finished()
    browser = visitor()
    with django_assert_max_num_queries(15):
        browser.get(f"/reflect/{token}/result/")
