"""Remove the reflections whose last day has passed."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from beide.web.reflections import actions


class Command(BaseCommand):
    """For a host who wants it done every night, also when nobody begins a reflection."""

    help = "Remove the reflections that have been kept for 90 days."

    def handle(self, *_args: object, **_options: object) -> None:
        """Remove them and say how many."""
        count = actions.forget_expired()
        said = ngettext("%(count)s reflection removed.", "%(count)s reflections removed.", count)
        self.stdout.write(said % {"count": count})
