"""Write collected answers to a file, to learn from them how statements work."""

import secrets
from pathlib import Path

import numpy as np
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

from beide import reflect
from beide.errors import BeideError
from beide.web.team_sessions.collecting import FEWEST, collected, enough


class Command(BaseCommand):
    """For a host, before `beide reflect recalibrate`."""

    help = "Write the answers of closed sessions and of reflections alone, without order or dates."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *_args: object, file: Path, **_options: object) -> None:
        """Write them and say of how many people they are."""
        people = collected()
        if not enough(people):
            raise CommandError(
                gettext(
                    "There are answers of %(people)s people. Nothing was written: below %(fewest)s "
                    "someone could be told apart, and there is too little to learn from."
                )
                % {"people": len(people), "fewest": FEWEST}
            )
        try:
            reflect.write_answers(people, file, rng=np.random.default_rng(secrets.randbits(64)))
        except BeideError as error:
            raise CommandError(str(error)) from error
        said = gettext("Answers of %(people)s people were written to %(file)s.")
        self.stdout.write(said % {"people": len(people), "file": file})
