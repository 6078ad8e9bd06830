"""What people fill in about themselves, and allauth's forms in Beide's words."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from beide.web.accounts.models import Person


class Worded:
    """Give fields a label and a help text of our own, and no placeholder that repeats them."""

    words: ClassVar[Mapping[str, tuple[Any, Any]]] = {}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        fields: dict[str, forms.Field] = self.fields  # type: ignore[attr-defined]
        for name, field in fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]


PASSWORD_HELP = _("At least 8 characters. A short sentence is strong and easy to keep in mind.")
E_MAIL = (_("E-mail address"), "")
CODE_HELP = _("Six digits from your authenticator app, or one of your recovery codes.")


class NameForm(forms.ModelForm[Person]):
    """How others see someone."""

    class Meta:
        model = Person
        fields = ("name",)
        labels = {"name": _("Your name")}
        help_texts = {
            "name": _(
                "Others see it where you put your name to something. "
                "Without a name they see the first part of your e-mail address."
            ),
        }
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class DeleteForm(forms.Form):
    """Whether someone means it."""

    certain = forms.BooleanField(label=_("Yes, delete my account"))


class LoginForm(Worded, account.LoginForm):  # type: ignore[misc]
    words = {"login": E_MAIL, "password": (_("Password"), "")}


class SignupForm(Worded, account.SignupForm):  # type: ignore[misc]
    words = {"email": E_MAIL, "password1": (_("Password"), PASSWORD_HELP)}
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Others see it where you put your name to something."),
    )
    field_order: ClassVar[list[str]] = ["name", "email", "password1"]


class AddEmailForm(Worded, account.AddEmailForm):  # type: ignore[misc]
    words = {"email": (_("New e-mail address"), _("We send you a link to confirm it."))}


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    words = {
        "oldpassword": (_("Present password"), ""),
        "password1": (_("New password"), PASSWORD_HELP),
        "password2": (_("New password, once more"), ""),
    }


class SetPasswordForm(Worded, account.SetPasswordForm):  # type: ignore[misc]
    words = {
        "password1": (_("New password"), PASSWORD_HELP),
        "password2": (_("New password, once more"), ""),
    }


class ResetPasswordForm(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    words = {"email": E_MAIL}


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    words = SetPasswordForm.words


class ReauthenticateForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    words = {"password": (_("Password"), "")}


class AuthenticateForm(Worded, mfa.AuthenticateForm):  # type: ignore[misc]
    words = {"code": (_("Code"), CODE_HELP)}


class ReauthenticateCodeForm(Worded, mfa.ReauthenticateForm):  # type: ignore[misc]
    words = {"code": (_("Code"), CODE_HELP)}


class ActivateTOTPForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    words = {"code": (_("Code from the app"), _("Six digits. They change every half minute."))}


class AddPasskeyForm(Worded, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    words = {
        "name": (_("Name of this key"), _("So that you can tell keys apart, such as: my phone.")),
        "passwordless": (_("Sign in with this key alone, without a password"), ""),
    }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["passwordless"].initial = True


class EditPasskeyForm(Worded, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    words = AddPasskeyForm.words
