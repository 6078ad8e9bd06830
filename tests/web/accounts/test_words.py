"""The words of every page and letter about accounts."""

import re

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from tests.web.people import World


def test_forms_are_ours() -> None:
    for name in ("ACCOUNT_FORMS", "MFA_FORMS"):
        forms = getattr(settings, name)
        assert forms
        assert all(path.startswith("beide.web.accounts.forms.") for path in forms.values())


@pytest.mark.parametrize(
    ("language", "subject", "says"),
    [
        ("en", "A new password", "Open this link to choose one"),
        ("nl", "Een nieuw wachtwoord", "Open deze link om er een te kiezen"),
    ],
)
def test_letter_for_a_new_password(
    world: World, mailoutbox: list[EmailMessage], language: str, subject: str, says: str
) -> None:
    browser = Client(headers={"accept-language": language})
    browser.post(reverse("account_reset_password"), {"email": "mia@noord.example"})
    (letter,) = mailoutbox
    assert letter.subject == f"Beide · {subject}"
    assert says in str(letter.body)
    link = re.search(r"http://testserver(/\S+)", str(letter.body))
    assert link
    page = browser.get(link.group(1), follow=True)
    answers = {"password1": "een heel nieuw begin", "password2": "een heel nieuw begin"}
    browser.post(page.redirect_chain[-1][0], answers)
    world.mia.person.refresh_from_db()
    assert world.mia.person.check_password("een heel nieuw begin")


def test_unknown_address_gives_the_same_page(world: World, mailoutbox: list[EmailMessage]) -> None:
    browser = Client(headers={"accept-language": "en"})
    pages = [
        browser.post(reverse("account_reset_password"), {"email": email}, follow=True)
        for email in ("mia@noord.example", "niemand@noord.example")
    ]
    assert [page.redirect_chain[-1][0] for page in pages] == ["/accounts/password/reset/done/"] * 2


def test_no_page_speaks_formally(world: World) -> None:
    browser = Client(headers={"accept-language": "nl"})
    for path in ("login", "signup", "password/reset", "password/reset/done", "confirm-email"):
        text = browser.get(f"/accounts/{path}/").content.decode()
        assert not re.search(r"\b(u|uw|Uw)\b", re.sub(r"<[^>]+>", " ", text)), path
