"""What is kept, who can open it, and that it is really gone."""

import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from beide.web.reflections import actions
from beide.web.reflections.models import DAYS_KEPT, Answer, Reflection, Round
from beide.web.reflections.quiet import LOGGERS, SECRET
from tests.web.reflections.made import begun, finished, visitor

pytestmark = pytest.mark.django_db


def expire(reflection: Reflection) -> None:
    reflection.until = timezone.localdate() - timedelta(days=1)
    reflection.save()


def everything_stored() -> str:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found.append(repr(cursor.fetchall()))
    return "".join(found)


def test_the_secret_is_stored_nowhere() -> None:
    _reflection, token = finished()
    visitor().get(f"/reflect/{token}/result/")
    assert len(token) >= 30
    assert token not in everything_stored()


def test_the_key_cannot_be_used_as_the_secret() -> None:
    reflection, _token = begun()
    assert visitor().get(f"/reflect/{reflection.key}/").status_code == 404


def test_only_dates_are_kept_and_no_moments() -> None:
    for model in (Reflection, Round, Answer):
        kinds = {field.get_internal_type() for field in model._meta.get_fields()}
        assert not kinds & {"DateTimeField", "TimeField", "GenericIPAddressField"}
        assert not any("person" in field.name for field in model._meta.get_fields())


def test_it_opens_on_its_last_day_and_not_after_it() -> None:
    reflection, token = begun()
    assert reflection.until == timezone.localdate() + timedelta(days=DAYS_KEPT)
    reflection.until = timezone.localdate()
    reflection.save()
    assert visitor().get(f"/reflect/{token}/").status_code == 200
    expire(reflection)
    assert visitor().get(f"/reflect/{token}/").status_code == 404


@pytest.mark.parametrize("rest", ["", "result/", "organisation/", "remove/"])
@pytest.mark.parametrize(
    ("language", "says"), [("en", "no reflection behind"), ("nl", "zit geen reflectie")]
)
def test_a_wrong_link_explains_itself_and_offers_to_begin(
    rest: str, language: str, says: str
) -> None:
    answer = visitor(language).get(f"/reflect/wrong-{'x' * 40}/{rest}")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert says in page
    assert 'href="/reflect/"' in page


def test_pages_of_a_holder_are_not_stored_or_found_by_others() -> None:
    _reflection, token = finished()
    for rest in ("result/", "organisation/", "remove/"):
        answer = visitor().get(f"/reflect/{token}/{rest}")
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "same-origin"


def test_removing_asks_first_and_then_leaves_nothing() -> None:
    reflection, token = finished()
    browser = visitor()
    assert reflection.subject in browser.get(f"/reflect/{token}/remove/").content.decode()
    assert Reflection.objects.exists()
    answer = browser.post(f"/reflect/{token}/remove/", follow=True)
    assert "gone" in answer.content.decode()
    assert not any(model.objects.exists() for model in (Reflection, Round, Answer))
    assert browser.get(f"/reflect/{token}/").status_code == 404
    assert browser.post(f"/reflect/{token}/remove/").status_code == 404


def test_beginning_one_forgets_those_that_expired() -> None:
    old, _token = finished()
    expire(old)
    young, _token = begun()
    assert list(Reflection.objects.all()) == [young]
    assert not Answer.objects.exists()


def test_a_host_can_forget_them_every_night(capsys: pytest.CaptureFixture[str]) -> None:
    old, _token = begun()
    begun()
    expire(old)
    call_command("forget_reflections")
    assert "1 reflecti" in capsys.readouterr().out
    assert Reflection.objects.count() == 1
    assert actions.forget_expired() == 0


@pytest.mark.parametrize("name", LOGGERS)
def test_no_line_in_the_log_holds_the_secret(name: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger=name):
        logging.getLogger(name).error("%s: %s", "Not Found", f"/reflect/{'a_-Z' * 8}/result/")
    assert "/reflect/-/result/" in caplog.text
    assert not SECRET.search(caplog.text)


def test_a_request_is_logged_by_the_name_of_its_page(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    _reflection, token = finished()
    visitor().get(f"/reflect/{token}/result/")
    visitor().get(f"/reflect/{token}x/")
    printed = capsys.readouterr()
    assert token not in caplog.text + printed.out + printed.err
