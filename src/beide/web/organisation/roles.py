"""The five roles in an organisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What someone may do. A person can have more than one."""

    MEMBER = "member", _("member")
    LEAD = "lead", _("lead")
    GUIDE = "guide", _("guide")
    ADMINISTRATOR = "administrator", _("administrator")
    COUNCIL = "council", _("council")
