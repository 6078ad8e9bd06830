"""Ten questions in a conversation: what is missing, a first step, and no score."""

from beide.web.initiatives.models import Initiative
from beide.web.partnerships.content import questions, stages
from beide.web.partnerships.models import Conversation, Stage
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.partnerships.met import post, text, undo, url
from tests.web.people import World


def said(**other: str) -> dict[str, object]:
    answers = {question.key: "yes" for question in questions()}
    return {"on": "2026-01-05", **answers, **other}


def test_ten_questions_and_four_stages_speak_both_languages() -> None:
    assert len({question.key for question in questions()}) == 10
    assert set(stages()) == set(Stage.values)
    for question in questions():
        for words in (question.text, question.missing, question.step):
            assert words.nl
            assert words.en
            assert words.nl != words.en


def test_what_is_missing_comes_first_with_a_first_step(world: World, signed_in: As) -> None:
    mia = signed_in(world.mia)
    page = text(post(mia, "ready_new", **said(time="not_yet", time_words="Only in the evening")))
    assert "One thing is missing before you can carry it together." in page
    assert "Only in the evening" in page
    assert "Agree two hours a week with one team" in page
    assert "%" not in page.partition("<main")[2].partition("</main>")[0]


def test_unanswered_question_keeps_what_was_typed(world: World, signed_in: As) -> None:
    answer = post(signed_in(world.mia), "ready_new", **said(time="", time_words="No idea"))
    assert answer.status_code == 422
    assert "Choose what you find together." in text(answer)
    assert "No idea" in text(answer)
    assert not Conversation.objects.exists()


def test_missing_thing_becomes_a_tension(world: World, signed_in: As) -> None:
    mia = signed_in(world.mia)
    post(mia, "ready_new", **said(time="not_yet"))
    made = Conversation.objects.get()
    form = text(mia.get(url("ready_tension", made.pk, "time")))
    assert "Planned time." in form
    post(
        mia,
        "ready_tension",
        made.pk,
        "time",
        what="No planned time",
        meanwhile="Orders go on",
        origin="partnership",
        fits="partly",
    )
    assert Tension.objects.get().what == "No planned time"


def test_missing_thing_becomes_something_to_explore(world: World, signed_in: As) -> None:
    mia = signed_in(world.mia)
    post(mia, "ready_new", **said(open="partly"))
    made = Conversation.objects.get()
    answers = {"title": "Open books", "question": "What if we show it?", "form": "transition"}
    post(mia, "ready_explore", made.pk, "open", **answers)
    assert Initiative.objects.get().title == "Open books"
    assert mia.get(url("ready_explore", made.pk, "unknown")).status_code == 404


def test_conversation_is_kept_and_can_be_taken_off(world: World, signed_in: As) -> None:
    mia = signed_in(world.mia)
    kept = post(mia, "ready_new", **said(money="not_yet"))
    assert "A fair agreement about money" in text(mia.get(url("ready")))
    undo(mia, kept)
    assert "A fair agreement about money" not in text(mia.get(url("ready")))


def test_dutch_reads_dutch(world: World, signed_in: As) -> None:
    page = text(signed_in(world.mia, language="nl").get(url("ready")))
    assert "Zijn we klaar als een klant morgen om partnerschap vraagt?" in page
