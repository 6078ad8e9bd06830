"""Make the demo organisations, in Dutch and in English."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from beide.web.demo.make import LANGUAGES, make_demo, remove_demo


class Command(BaseCommand):
    """Used by `beide demo`."""

    help = "Make the demo organisations where they are not there yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --fresh, which makes them anew."""
        parser.add_argument("--fresh", action="store_true", help="remove them first")

    def handle(self, *_: Any, **options: Any) -> None:
        """Make what is missing."""
        for language in LANGUAGES:
            if options["fresh"]:
                remove_demo(language)
            make_demo(language)
