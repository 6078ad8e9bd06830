"""The sockets of phones, of the guide and of the screen."""

from typing import Any

from django.http import Http404
from django.template.loader import render_to_string
from django.utils import translation

from beide.web.live.consumer import LiveConsumer
from beide.web.live.hub import LookUp
from beide.web.live.watching import Payload
from beide.web.organisation.access import access_organisation
from beide.web.organisation.permissions import TABLE
from beide.web.team_sessions import access, actions
from beide.web.team_sessions.actions import Taken
from beide.web.team_sessions.given import read_answer, read_spot
from beide.web.team_sessions.live.cookies import language_of, request_of, token_of
from beide.web.team_sessions.live.looking import watching
from beide.web.team_sessions.models import Session
from beide.web.team_sessions.phone import Asked, asked
from beide.web.team_sessions.secret import COOKIE
from beide.web.team_sessions.state import state_of

TEMPLATE = "team_sessions/phone/statement.html"
WRONG, STALE, BACK = "wrong", "stale", "back"
FOLLOWED = ["step", "place", "version", "until", "left", "locked", "closed"]


class GuideConsumer(LiveConsumer):
    """Follows a session for who guides it, on the laptop and on the beamer."""

    audience = "guide"

    def enter(self) -> tuple[str, LookUp] | None:
        """Let in whom the page lets in."""
        named = self.scope["url_route"]["kwargs"]
        try:
            member = access_organisation(person=self.scope["user"], slug=named["organisation"])
            session = access.access_session_to_guide(membership=member, pk=named["pk"])
        except Http404:
            return None
        return watching(session) if member.has(*TABLE.get("sessions:guide", ())) else None

    def take(self, _said: dict[str, Any]) -> Payload | None:
        """Say nothing back: a guide steers by form."""
        return None


class PhoneConsumer(LiveConsumer):
    """Follows a session for someone who takes part, and takes in their answers."""

    audience = "phone"
    session: Session
    secret: str
    language: str
    csrf_token: str
    last: Asked | None = None

    def enter(self) -> tuple[str, LookUp] | None:
        """Let in a phone that has a seat."""
        request = request_of(self.scope)
        self.secret = request.COOKIES.get(COOKIE, "")
        try:
            code = self.scope["url_route"]["kwargs"]["code"]
            self.session = access.access_session_with_code(code=code)
        except Http404:
            return None
        if access.seat_of(self.session, self.secret) is None:
            return None
        self.language, self.csrf_token = language_of(request), token_of(request)
        return watching(self.session)

    def take(self, said: dict[str, Any]) -> Payload | None:
        """Take an answer in, or back; answer with what became of it and what comes next."""
        verb = {"answer": self.answer, "back": self.take_back}.get(str(said.get("do")))
        if verb is None:
            return None
        taken, self.last = verb(said)
        # Who answers does not see how many are ready; who is ready does.
        self.watcher.busy = self.last is not None and self.last.statement is not None
        return {"id": said.get("id"), "taken": taken, "html": self.statement(taken, self.last)}

    def answer(self, said: dict[str, Any]) -> tuple[str, Asked | None]:
        """Keep an answer."""
        given = read_answer(said)
        if given is None:
            return WRONG, self.asked_anew()
        taken, now = actions.answer_and_ask(
            session=self.session, secret=self.secret, given=given, last=self.last
        )
        # What was not new comes from a page that is behind: look where the session is.
        return taken.value, now if taken is Taken.NEW else self.asked_anew()

    def take_back(self, said: dict[str, Any]) -> tuple[str, Asked | None]:
        """Take the last answer back."""
        spot = read_spot(said)
        if spot is None:
            return WRONG, self.asked_anew()
        taken = actions.take_back(
            session=self.session,
            secret=self.secret,
            place=spot.place,
            round=spot.round,
            position=spot.position,
        )
        return BACK if taken else STALE, self.asked_anew()

    def asked_anew(self) -> Asked | None:
        """Return what is asked now, wherever the session went."""
        self.session.refresh_from_db(fields=FOLLOWED)
        return asked(self.session, self.secret)

    def statement(self, taken: str, now: Asked | None) -> str:
        """Return what to answer now, as the page would show it; nothing when it is not the time."""
        if now is None:
            return ""
        context = {"session": self.session, "asked": now, "taken": taken}
        if now.statement is None:
            context["state"] = state_of(self.session, "phone")
        with translation.override(self.language):
            return render_to_string(TEMPLATE, context | {"csrf_token": self.csrf_token})
