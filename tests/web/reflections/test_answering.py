"""One answer counts once, whatever a browser does; an old page does no harm."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from beide import reflect
from beide.web.reflections import access, actions
from beide.web.reflections.asking import question_of
from beide.web.reflections.models import Answer
from tests.web.reflections.made import (
    answer_next,
    begun,
    finish,
    finished,
    given_now,
    round_of,
    visitor,
)

pytestmark = pytest.mark.django_db


def values() -> list[int | None]:
    return list(Answer.objects.order_by("position").values_list("value", flat=True))


def test_an_answer_is_kept_and_leads_to_the_next_statement() -> None:
    reflection, token = begun()
    first = question_of(round_of(reflection))
    answer = visitor().post(f"/reflect/{token}/", given_now(reflection), follow=True)
    assert answer.redirect_chain == [(f"/reflect/{token}/", 302)]
    assert values() == [4]
    then = question_of(round_of(reflection))
    assert first
    assert then
    assert then.statement.key != first.statement.key
    assert then.statement.text.en in answer.content.decode().replace("&#x27;", "'")


def test_the_same_answer_twice_counts_once() -> None:
    reflection, token = begun()
    given_twice = given_now(reflection)
    browser = visitor()
    for _ in range(2):
        assert browser.post(f"/reflect/{token}/", given_twice).status_code == 302
    assert values() == [4]


def test_an_old_page_shows_where_one_is_and_changes_nothing() -> None:
    reflection, token = begun()
    old = given_now(reflection)
    browser = visitor()
    browser.post(f"/reflect/{token}/", old)
    page = browser.post(f"/reflect/{token}/", old | {"value": "1"}).content.decode()
    assert "nothing changed" in page
    assert values() == [4]


@pytest.mark.parametrize(
    "change",
    [{"position": "3"}, {"statement": "c-none"}, {"round": "2"}, {"statement": "x' OR 1=1"}],
)
def test_an_answer_to_another_place_is_not_counted(change: dict[str, str]) -> None:
    reflection, token = begun()
    page = visitor().post(f"/reflect/{token}/", given_now(reflection) | change)
    assert page.status_code == 200
    assert values() == []


@pytest.mark.parametrize(
    "change",
    [
        {"value": "0"},
        {"value": "6"},
        {"value": ""},
        {"value": "3.5"},
        {"position": "-1"},
        {"position": "first"},
        {"round": "0"},
        {"statement": ""},
        {"statement": "\x00"},
    ],
)
def test_an_answer_outside_the_scale_is_refused_with_a_sentence(change: dict[str, str]) -> None:
    reflection, token = begun()
    page = visitor().post(f"/reflect/{token}/", given_now(reflection) | change)
    assert page.status_code == 400
    assert "not one of the answers" in page.content.decode()
    assert values() == []


def test_not_knowing_counts_as_asked() -> None:
    reflection, token = begun()
    visitor().post(f"/reflect/{token}/", given_now(reflection, "unsure"))
    assert values() == [None]


def test_the_same_statement_comes_back_after_a_refresh() -> None:
    reflection, _token = begun()
    for _ in range(4):
        one = question_of(round_of(reflection))
        assert one == question_of(access.latest_round(reflection))
        answer_next(reflection)


def test_the_screen_holds_five_answers_and_not_knowing() -> None:
    _reflection, token = begun()
    page = visitor("nl").get(f"/reflect/{token}/").content.decode()
    for label in (*reflect.answer_labels(), reflect.unsure_label()):
        assert label.nl in page
    assert page.count('name="value"') == 6
    assert "hooguit 10" in page


def test_after_the_last_statement_comes_the_result() -> None:
    reflection, token = begun()
    while round_of(reflection).answers.count() < 9 and answer_next(reflection, changes=None):
        pass
    answer = visitor().post(f"/reflect/{token}/", given_now(reflection, "unsure"), follow=True)
    assert answer.redirect_chain[-1][0] == f"/reflect/{token}/result/"


def test_with_htmx_only_the_statement_is_sent_and_then_the_result_is_opened() -> None:
    reflection, token = begun()
    hx = {"hx-request": "true"}
    page = visitor().get(f"/reflect/{token}/", headers=hx).content.decode()
    assert "<html" not in page
    assert 'id="statement"' in page
    finish(reflection)
    answer = visitor().get(f"/reflect/{token}/", headers=hx)
    assert answer["HX-Redirect"] == f"/reflect/{token}/result/"


def test_the_same_answer_to_a_finished_reflection_leads_to_its_result() -> None:
    reflection, token = finished()
    last = round_of(reflection).answers.last()
    assert last
    sent = {
        "round": 1,
        "position": last.position,
        "statement": last.statement,
        "value": last.value,
    }
    count = len(values())
    answer = visitor().post(f"/reflect/{token}/", sent, follow=True)
    assert answer.redirect_chain[-1][0] == f"/reflect/{token}/result/"
    assert len(values()) == count


MOVES = st.lists(
    st.sampled_from(["answer", "twice", "old", "back", "back twice", "unsure"]), max_size=14
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(MOVES)
def test_whatever_people_do_places_and_statements_stay_single(moves: list[str]) -> None:
    reflection, _token = begun()
    for move in moves:
        current = round_of(reflection)
        count = current.answers.count()
        if move.startswith("back"):
            for _ in range(2 if move == "back twice" else 1):
                actions.take_back(reflection=reflection, round_number=1, position=count - 1)
            assert round_of(reflection).answers.count() == max(count - 1, 0)
        elif question := question_of(current):
            for _ in range(2 if move == "twice" else 1):
                actions.answer(
                    reflection=reflection,
                    round_number=1,
                    position=count - 1 if move == "old" and count else count,
                    statement=question.statement.key,
                    value=None if move == "unsure" else 3,
                )
            added = 0 if move == "old" and count else 1
            assert round_of(reflection).answers.count() == count + added
    places = list(round_of(reflection).answers.values_list("position", flat=True))
    assert places == list(range(len(places)))


def test_answering_asks_few_questions_of_the_database(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    reflection, token = begun()
    for _ in range(3):
        answer_next(reflection)
    sent = given_now(reflection)
    browser = visitor()
    with django_assert_max_num_queries(15):
        browser.post(f"/reflect/{token}/", sent)
    with django_assert_max_num_queries(15):
        browser.get(f"/reflect/{token}/")
