"""What tests of pages need: addresses, and phones as browsers."""

import re
from dataclasses import dataclass

from django.test import Client

from beide.web.team_sessions.models import Session
from beide.web.team_sessions.steps import moment_of


def inside(session: Session, rest: str = "") -> str:
    """Return the address of a page for members."""
    return f"/o/noord/sessions/{session.pk}/{rest}"


def words(html: bytes) -> str:
    """Return a page without the white space between its words."""
    return " ".join(html.decode().split())


def move(client: Client, session: Session, to: str) -> None:
    """Press the button that leads to a moment."""
    session.refresh_from_db()
    client.post(inside(session, "move/"), {"to": to, "version": session.version})


def stands_at(session: Session) -> str:
    """Return where it stands."""
    session.refresh_from_db()
    return str(moment_of(session))


@dataclass
class Browser:
    """A phone's browser, without scripts."""

    session: Session
    language: str = "en"

    def __post_init__(self) -> None:
        self.client = Client(headers={"accept-language": self.language})

    def at(self, rest: str = "") -> str:
        """Return the address of one of its pages."""
        return f"/s/{self.session.code}/{rest}"

    def join(self) -> "Browser":
        """Press join."""
        self.client.post(self.at())
        return self

    def page(self) -> str:
        """Return what is on the screen now."""
        return words(self.client.get(self.at("here/"), follow=True).content)

    def fields(self) -> dict[str, str]:
        """Return the hidden fields of the statement."""
        form = re.search(r'<form[^>]*id="answering".*?</form>', self.page(), re.DOTALL)
        if form is None:
            return {}
        found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form.group())
        return {name: value for name, value in found if name != "csrfmiddlewaretoken"}

    def answer(self, value: str = "4") -> bool:
        """Press an answer; tells whether there was something to answer."""
        fields = self.fields()
        if not fields:
            return False
        self.client.post(self.at("answer/"), fields | {"value": value})
        return True

    def answer_all(self, value: str = "4") -> "Browser":
        """Answer until there is nothing left."""
        while self.answer(value):
            pass
        return self
