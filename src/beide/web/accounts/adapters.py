"""Who may make an account, and what people read when something is not right."""

import time
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from beide.web.accounts.models import Person

# In the browser's session since a valid invitation was opened: until when this counts.
MAY_SIGN_UP = "may_sign_up"
SIGN_UP_SECONDS = 3600


def allow_sign_up(request: HttpRequest) -> None:
    """Let this visitor make an account in the coming hour: they hold an invitation."""
    request.session[MAY_SIGN_UP] = time.time() + SIGN_UP_SECONDS


def open_for_sign_up(request: HttpRequest) -> bool:
    """Tell whether this visitor may make an account: invited, or the host allows everyone."""
    return settings.OPEN_SIGN_UP or request.session.get(MAY_SIGN_UP, 0) > time.time()


PASSWORD_PROBLEMS = {
    "password_too_short": _(
        "This is too short. Use at least 8 characters, such as a short sentence."
    ),
    "password_too_common": _("Many people use this one, so it is easy to guess. Choose another."),
    "password_entirely_numeric": _("Use letters as well as digits."),
    "password_too_similar": _("This looks too much like your name or address. Choose another."),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up by invitation or, where the host allows it, openly."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "cannot_remove_primary_email": _(
            "This is the address you sign in with. Make another address the main one first."
        ),
        "duplicate_email": _("You have added this address already."),
        "email_password_mismatch": _(
            "This e-mail address and password do not belong together. Try again, or ask for a "
            "new password."
        ),
        "email_taken": _("There is an account with this e-mail address already. Sign in instead."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This code is not right. Codes change every half minute."),
        "incorrect_password": _("This password is not right."),
        "invalid_login": _("Signing in did not work. Try again."),
        "invalid_password_reset": _("This link does not work any more. Ask for a new one."),
        "max_email_addresses": _("You cannot have more than %d e-mail addresses."),
        "rate_limited": _("That was too often in a short time. Wait a moment, then try again."),
        "same_as_current": _("This is the same as before. Choose something else."),
        "select_only_one": _("Choose one."),
        "too_many_login_attempts": _(
            "That was tried too often. Wait five minutes, then try again."
        ),
        "unknown_email": _("There is no account with this e-mail address."),
        "unverified_primary_email": _("Confirm this address first, with the link in the e-mail."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Follow the host's setting and the visitor's invitation."""
        return open_for_sign_up(request)

    def clean_password(self, password: str, user: Any = None) -> str:
        """Say what is wrong with a password in our own words."""
        try:
            cleaned: str = super().clean_password(password, user)
        except ValidationError as problem:
            told = [PASSWORD_PROBLEMS.get(error.code or "", error) for error in problem.error_list]
            raise ValidationError(told) from problem
        return cleaned

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Person:  # noqa: FBT001, FBT002 - allauth's own signature
        """Keep the name someone gave; an invitation lets one person in."""
        user.name = form.cleaned_data.get("name") or user.name
        person: Person = super().save_user(request, user, form, commit)
        request.session.pop(MAY_SIGN_UP, None)
        return person


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The same rule for people who come in through the organisation's own sign-in."""

    def is_open_for_signup(self, request: HttpRequest, _sociallogin: Any) -> bool:
        """Follow the host's setting and the visitor's invitation."""
        return open_for_sign_up(request)

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Person:
        """Take the name along from the organisation's own sign-in."""
        person: Person = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        person.name = (data.get("name") or " ".join(part for part in parts if part))[:120]
        return person


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Two-step sign-in, in plain words."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": _(
            "Your account has two-step sign-in. Turn it off before you add an e-mail address."
        ),
        "cannot_delete_authenticator": _("Two-step sign-in cannot be turned off here."),
        "cannot_generate_recovery_codes": _(
            "Recovery codes belong to two-step sign-in. Turn that on first."
        ),
        "incorrect_code": _("This code is not right. Codes change every half minute."),
        "unverified_email": _(
            "Confirm your e-mail address first, with the link we sent you. "
            "You can have it sent again under E-mail addresses."
        ),
    }
