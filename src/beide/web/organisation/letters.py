"""The e-mail with which someone is invited."""

from smtplib import SMTPException

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from beide.web.organisation.models import Invitation

logger = structlog.get_logger("beide.organisation")


def link_for(token: str) -> str:
    """Return the address with which an invitation is accepted."""
    return str(settings.BASE_URL) + reverse("organisation:join", args=[token])


def send_invitation(*, invitation: Invitation, token: str, host: str) -> bool:
    """Send the link; tells whether it could be sent."""
    context = {"invitation": invitation, "link": link_for(token), "from": host}
    subject = render_to_string("organisation/email/invitation_subject.txt", context).strip()
    body = render_to_string("organisation/email/invitation.txt", context)
    try:
        send_mail(f"Beide · {subject}", body, None, [invitation.email])
    except (OSError, SMTPException) as problem:
        logger.warning("invitation not sent", problem=type(problem).__name__)
        return False
    return True
