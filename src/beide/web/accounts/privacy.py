"""What an account does not keep: addresses on the network, and when someone was last here."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import F
from django.db.models.signals import post_save, pre_save

NO_ADDRESS = "0.0.0.0"  # noqa: S104 - a stand-in for an address, nothing listens on it


def forget_address(instance: UserSession, **_: Any) -> None:
    """Store no address with a session; the browser's name is enough to recognise it by."""
    instance.ip = NO_ADDRESS


def forget_last_use(instance: Authenticator, **_: Any) -> None:
    """Store no time at which a code or a passkey was last used."""
    instance.last_used_at = None


def forget_last_login(instance: SocialAccount, **_: Any) -> None:
    """Put the last sign-in back to the day of connecting; the field fills itself at every save."""
    SocialAccount.objects.filter(pk=instance.pk).update(last_login=F("date_joined"))


def connect() -> None:
    """Forget these whenever they would be saved."""
    pre_save.connect(forget_address, sender=UserSession, dispatch_uid="accounts.forget_address")
    pre_save.connect(forget_last_use, sender=Authenticator, dispatch_uid="accounts.forget_last_use")
    post_save.connect(
        forget_last_login, sender=SocialAccount, dispatch_uid="accounts.forget_last_login"
    )
