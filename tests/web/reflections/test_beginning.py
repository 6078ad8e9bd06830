"""Beginning without an account: one sentence or an example, and nothing typed is lost."""

import pytest

from beide.web.reflections.forms import EXAMPLES
from beide.web.reflections.models import SUBJECT, Reflection
from tests.web.reflections.made import visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", ["geen account", "90 dagen", "Begin"]), ("en", ["no account", "90 days", "Begin"])],
)
def test_page_says_what_is_kept(language: str, words: list[str]) -> None:
    page = visitor(language).get("/reflect/").content.decode()
    for word in words:
        assert word in page


def test_a_sentence_begins_a_reflection_with_its_first_statement() -> None:
    browser = visitor()
    answer = browser.post("/reflect/", {"subject": "  A new\nlaw  "}, follow=True)
    assert answer.status_code == 200
    reflection = Reflection.objects.get()
    assert reflection.subject == "A new law"
    assert reflection.language == "en"
    assert "About: A new law" in " ".join(answer.content.decode().split())
    assert "sessionid" not in browser.cookies


@pytest.mark.parametrize("example", list(EXAMPLES))
def test_an_example_begins_at_once(example: str) -> None:
    answer = visitor("nl").post("/reflect/", {"example": example})
    assert answer.status_code == 302
    assert Reflection.objects.get().language == "nl"


@pytest.mark.parametrize(
    ("subject", "says"),
    [
        ("", "Write in a few words"),
        ("   \n ", "Write in a few words"),
        ("x" * (SUBJECT + 1), f"This is {SUBJECT + 1} characters long"),
        ("een \x00 nul", "Null characters"),
    ],
)
def test_a_subject_that_cannot_be_says_what_to_do_and_keeps_the_words(
    subject: str, says: str
) -> None:
    answer = visitor().post("/reflect/", {"subject": subject})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert says in page
    assert subject.strip() in page
    assert not Reflection.objects.exists()


def test_the_longest_subject_fits() -> None:
    assert visitor().post("/reflect/", {"subject": "é" * SUBJECT}).status_code == 302
    assert visitor().post("/reflect/", {"subject": "a" * SUBJECT + "  \n"}).status_code == 302


def test_an_unknown_example_asks_for_a_sentence() -> None:
    assert visitor().post("/reflect/", {"example": "none"}).status_code == 200


def test_a_colleague_finds_the_sentence_filled_in_and_nothing_else() -> None:
    page = visitor().get("/reflect/", {"about": "Zullen <b>we</b> delen?"}).content.decode()
    assert "Zullen &lt;b&gt;we&lt;/b&gt; delen?" in page
    assert "they see nothing of them" in page
    assert not Reflection.objects.exists()
