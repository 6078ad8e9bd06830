"""Six questions about the organisation colour what it asks, and change nothing else."""

import pytest

from beide import reflect
from beide.errors import WrongOption
from beide.web.reflections import actions
from beide.web.reflections.asking import verdict_of
from beide.web.reflections.told import colours_of
from tests.web.reflections.made import finished, round_of, visitor

pytestmark = pytest.mark.django_db
QUESTIONS = reflect.organisation_questions()


def result(token: str, language: str = "en") -> str:
    page = visitor(language).get(f"/reflect/{token}/result/").content.decode()
    return page.replace("&#x27;", "'")


def test_the_page_asks_all_six_in_ones_own_language() -> None:
    _reflection, token = finished()
    page = visitor("nl").get(f"/reflect/{token}/organisation/").content.decode()
    for question in QUESTIONS:
        assert question.question.nl in page
        assert all(option.label.nl in page for option in question.options)


def test_answers_add_sentences_and_leave_the_result_as_it_is() -> None:
    reflection, token = finished()
    title = verdict_of(round_of(reflection)).title
    chosen = {question.key: question.options[0].key for question in QUESTIONS[:2]}
    answer = visitor().post(f"/reflect/{token}/organisation/", chosen)
    assert answer["Location"] == f"/reflect/{token}/result/#what-it-asks"
    page = result(token)
    for question in QUESTIONS[:2]:
        assert question.options[0].colours.en in page
    assert QUESTIONS[2].options[0].colours.en not in page
    assert verdict_of(round_of(reflection)).title == title


def test_all_may_be_left_open() -> None:
    _reflection, token = finished()
    assert visitor().post(f"/reflect/{token}/organisation/", {}).status_code == 302
    assert "Answer six questions" in result(token)


def test_an_answer_that_does_not_exist_is_refused_and_the_others_stay() -> None:
    reflection, token = finished()
    sent = {QUESTIONS[0].key: "nothing", QUESTIONS[1].key: QUESTIONS[1].options[1].key}
    answer = visitor().post(f"/reflect/{token}/organisation/", sent)
    assert answer.status_code == 200
    assert "Something needs another look" in answer.content.decode()
    assert f'value="{sent[QUESTIONS[1].key]}"' in answer.content.decode()
    assert "checked" in answer.content.decode()
    with pytest.raises(WrongOption):
        actions.describe_organisation(reflection=reflection, answers={"none": "x"})


def test_questions_that_are_no_longer_asked_add_nothing() -> None:
    assert colours_of({"gone": "yes", QUESTIONS[0].key: "gone"}) == ()
