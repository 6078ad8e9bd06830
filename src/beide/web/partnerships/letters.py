"""The e-mail with which a guest from outside is invited."""

from smtplib import SMTPException

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from beide.web.partnerships.models import Guest

logger = structlog.get_logger("beide.partnerships")


def link_for(token: str) -> str:
    """Return the address with which a guest comes in."""
    return str(settings.BASE_URL) + reverse("partnerships:guest_join", args=[token])


def send_invitation(*, guest: Guest, token: str, host: str) -> bool:
    """Send the link; tells whether it could be sent."""
    context = {"guest": guest, "link": link_for(token), "from": host}
    subject = render_to_string("partnerships/email/guest_subject.txt", context).strip()
    body = render_to_string("partnerships/email/guest.txt", context)
    try:
        send_mail(f"Beide · {subject}", body, None, [guest.email])
    except (OSError, SMTPException) as problem:
        logger.warning("invitation not sent", problem=type(problem).__name__)
        return False
    return True
