"""Live sessions under load: people on phones at a human pace, while guides watch.

    python -m benchmarks.live [--json] [--pace 8] [--quick]

Starts a server in a process of its own, on loopback, and plays four runs against it: 300 people in
one session, 1,000 over 20 sessions, and both again with a server that is killed in the middle and
started anew. Each run takes about ten answers a person. Afterwards every acknowledged answer must
be in the database, and everyone who answered in the result.
"""

import argparse
import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.crowd import Guide, Person, Told

os.environ["BEIDE_HOME"] = tempfile.mkdtemp(prefix="beide-bench-")
os.environ["BEIDE_LOG_LEVEL"] = "ERROR"
os.environ["DJANGO_SETTINGS_MODULE"] = "beide.web.settings"
SLUG = "drukte"
LONGEST = 240.0


@dataclass(frozen=True, kw_only=True)
class Run:
    """How many take part, and whether the server is killed in the middle."""

    name: str
    sessions: int
    people: int
    killed: bool


RUNS = [
    Run(name="300 in one session", sessions=1, people=300, killed=False),
    Run(name="1,000 over 20 sessions", sessions=20, people=50, killed=False),
    Run(name="300 in one session, server killed", sessions=1, people=300, killed=True),
    Run(name="1,000 over 20 sessions, server killed", sessions=20, people=50, killed=True),
]
QUICK = [
    Run(name="30 over 3 sessions", sessions=3, people=10, killed=False),
    Run(name="30 over 3 sessions, server killed", sessions=3, people=10, killed=True),
]


class Server:
    """A server in a process of its own."""

    def __init__(self) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "uvicorn", "beide.web.asgi:application", "--lifespan=off"]
        command += [f"--port={self.port}", "--log-level=error", "--no-access-log"]
        self.process = subprocess.Popen(command)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.address}/health/"):
                    return
            except urllib.error.URLError:
                time.sleep(0.05)
        raise TimeoutError(self.address)

    def used(self) -> float:
        """Return the seconds of computing it took so far; 0 where that cannot be read."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return 0.0
        ticks = stat.read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def prepare() -> tuple[Any, str]:
    """Make an organisation with a guide; return both, the guide as a cookie."""
    from beide.cli.serve import prepare as prepare_database

    prepare_database()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from beide.web.accounts.models import Person as Account
    from beide.web.organisation.models import Grant, Membership, Organisation
    from beide.web.organisation.roles import Role

    organisation = Organisation.objects.create(name="Drukte", slug=SLUG)
    person = Account.objects.create_user(email="gijs@drukte.example", password=None, name="Gijs")
    guide = Membership.objects.create(organisation=organisation, person=person)
    Grant.objects.create(membership=guide, role=Role.GUIDE)
    store = SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.create()
    return guide, str(store.session_key)


def begin(guide: Any) -> Any:
    """Begin a session that people can answer in."""
    from beide.web.team_sessions import actions
    from beide.web.team_sessions.models import Step
    from beide.web.team_sessions.steps import Moment
    from beide.web.tensions.models import Tension

    tension = Tension.objects.create(organisation=guide.organisation, what="Druk.", origin="ai")
    session = actions.begin(organisation=guide.organisation, guide=guide, tensions=[tension])
    actions.move(session=session, to=Moment(1, Step.ANSWER), version=1)
    session.refresh_from_db()
    return session


def people_of(session: Any, count: int, server: Server, told: Told, pace: float) -> list[Person]:
    """Let people in, and see what each is asked first."""
    from django.db import transaction

    from beide.web.team_sessions import actions
    from beide.web.team_sessions.phone import asked

    found = []
    with transaction.atomic():
        for number in range(count):
            _seat, secret = actions.take_seat(session=session)
            now = asked(session, secret)
            assert now is not None
            assert now.statement is not None
            rng = random.Random(f"{session.pk}-{number}")
            first = now.statement.key
            found.append(Person(server.address, session.code, secret, first, pace, told, rng))
    return found


async def play(run: Run, people: list[Person], guides: list[Guide], server: Server) -> None:
    """Let everyone take part, and perhaps kill the server half-way."""
    screens = [asyncio.create_task(guide.watch()) for guide in guides]
    everyone = asyncio.gather(*(person.take_part() for person in people))
    if run.killed:
        await asyncio.sleep(4 * people[0].pace)
        server.kill()
        await asyncio.to_thread(server.start)
    await asyncio.wait_for(everyone, LONGEST)
    await asyncio.sleep(1.5)
    for screen in screens:
        screen.cancel()
    await asyncio.gather(*screens, return_exceptions=True)


def in_database(sessions: list[Any]) -> tuple[int, int]:
    """Return how many answers are kept, and how many people are in the results."""
    from beide.web.team_sessions import actions
    from beide.web.team_sessions.models import Answer, Round, Step
    from beide.web.team_sessions.steps import Moment

    kept = Answer.objects.filter(sheet__topic__session__in=sessions).count()
    for session in sessions:
        session.refresh_from_db()
        actions.move(session=session, to=Moment(1, Step.PICTURE), version=session.version)
    shown = Round.objects.filter(topic__session__in=sessions).values_list("shown", flat=True)
    return kept, sum(each["picture"]["people"] for each in shown if each)


def measure(run: Run, guide: Any, cookie: str, server: Server, pace: float) -> dict[str, Any]:
    """Play one run and return what came of it."""
    told = Told()
    sessions = [begin(guide) for _ in range(run.sessions)]
    people = [
        person
        for session in sessions
        for person in people_of(session, run.people, server, told, pace)
    ]
    guides = [Guide(server.address, SLUG, each.pk, each.code, cookie, told) for each in sessions]
    begun, used = time.monotonic(), server.used()
    asyncio.run(play(run, people, guides, server))
    seconds, used = time.monotonic() - begun, server.used() - used
    kept, in_result = in_database(sessions)
    return {
        "run": run.name,
        "people": len(people),
        "seconds": round(seconds, 1),
        "acknowledged": told.acknowledged,
        "kept": kept,
        "in_result": in_result,
        "sent_again": len(told.interrupted),
        "server_ms_an_answer": None if run.killed else round(1_000 * used / told.acknowledged, 2),
        "to_acknowledgement_ms": spread(told.waits),
        "to_screen_ms": spread(told.to_screen()),
        "holds": kept == told.acknowledged and in_result == len(people),
    }


def spread(seconds: list[float]) -> dict[str, float]:
    """Return the median, the 95th percentile and the most, in milliseconds."""
    return {
        "median": round(1_000 * median(seconds), 1),
        "p95": round(1_000 * quantiles(seconds, n=20)[-1], 1),
        "most": round(1_000 * max(seconds), 1),
    }


def main() -> int:
    """Play the runs and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.live", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pace", type=float, default=8.0, help="seconds a statement")
    parser.add_argument("--quick", action="store_true", help="thirty people")
    parser.add_argument("--run", type=int, help="only this one, from 1")
    options = parser.parse_args()
    guide, cookie = prepare()
    runs = QUICK if options.quick else RUNS
    chosen = runs if options.run is None else [runs[options.run - 1]]
    server = Server()
    try:
        found = [measure(run, guide, cookie, server, options.pace) for run in chosen]
    finally:
        server.kill()
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        for each in found:
            print(*(f"{name}: {value}" for name, value in each.items()), sep="\n", end="\n\n")
    return 0 if all(each["holds"] for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
