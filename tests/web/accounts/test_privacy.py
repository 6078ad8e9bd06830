"""Nobody can see when someone was here, or from where. Hosts neither."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.test import Client

from beide.web.accounts.models import Person
from tests.web.conftest import As
from tests.web.people import PASSWORD, World


def test_a_session_keeps_no_address(world: World) -> None:
    answers = {"login": "mia@noord.example", "password": PASSWORD}
    browser = Client()
    browser.post("/accounts/login/", answers, REMOTE_ADDR="203.0.113.9")
    browser.get("/accounts/", REMOTE_ADDR="203.0.113.9")
    assert UserSession.objects.get().ip == "0.0.0.0"


def test_a_second_step_keeps_no_last_use(world: World) -> None:
    TOTP.activate(world.mia.person, generate_totp_secret())
    step = Authenticator.objects.get()
    step.record_usage()
    step.refresh_from_db()
    assert step.last_used_at is None


def test_a_connection_keeps_no_last_sign_in(world: World) -> None:
    account = SocialAccount.objects.create(user=world.mia.person, provider="zorg", uid="1")
    account.save()
    account.refresh_from_db()
    assert account.last_login == account.date_joined


def test_a_person_keeps_no_last_sign_in() -> None:
    assert "last_login" not in {field.name for field in Person._meta.get_fields()}


def test_host_sees_no_sessions_and_no_secrets(world: World, signed_in: As) -> None:
    world.gijs.person.is_staff = world.gijs.person.is_superuser = True
    world.gijs.person.save()
    TOTP.activate(world.mia.person, generate_totp_secret())
    secret = Authenticator.objects.get()
    browser = signed_in(world.gijs)
    assert not admin.site.is_registered(UserSession)
    page = browser.get(f"/admin/mfa/authenticator/{secret.pk}/change/").content.decode()
    assert "mia@noord.example" in page or "Mia" in page
    assert secret.data["secret"] not in page
    assert browser.get("/admin/mfa/authenticator/add/").status_code == 403
