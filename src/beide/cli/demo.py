"""Start Beide with the demo organisation."""

import time

import click

from beide.cli._say import language
from beide.cli.serve import manage, prepare, run
from beide.text import Text

# A director and someone who hears customers first.
SHOWN = ("mirjam", "joke")

READY = Text(
    nl="""
  Beide draait op  {address}

  Log in bij Hulpmiddelen Noord, een bedachte leverancier van hulpmiddelen:
{people}
    {other}
      Dezelfde organisatie, in het Engels.

  Wachtwoord voor allemaal: {password}

  Kijk eerst hier:
    1. Beide: houdt de belofte stand, wat beweegt er, wat wacht er?
    2. Spanningen: breng er een in, en zie welke vorm van verandering het is.
    3. Bewijs: hoe de doorlooptijd daalde, week voor week.

  Alle gegevens zijn bedacht. Stoppen: Ctrl-C. ({seconds:.0f} seconden)
""",
    en="""
  Beide runs on  {address}

  Sign in to Hulpmiddelen Noord, an invented supplier of care aids:
{people}
    {other}
      The same organisation, in Dutch.

  The password for all of them: {password}

  Look here first:
    1. Both: does the promise hold, what moves, what waits?
    2. Tensions: bring one in, and see which form of change it is.
    3. Evidence: how lead time fell, week by week.

  All data is invented. Stop with Ctrl-C. ({seconds:.0f} seconds)
""",
)


@click.command(short_help="Start Beide with a demo organisation.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--fresh", is_flag=True, help="Make the demo organisation anew.")
@click.option("--prepare-only", is_flag=True, help="Make the demo organisation and stop.")
def demo(*, host: str, port: int, fresh: bool, prepare_only: bool) -> None:
    """Make the demo organisation, where it is not there yet, and serve it.

    It goes into BEIDE_HOME. Its people and its event data are invented; no network is needed.
    """
    start = time.perf_counter()
    prepare()
    manage("make_demo", fresh=fresh)
    if prepare_only:
        return
    click.echo(welcome(host=host, port=port, seconds=time.perf_counter() - start))
    run(host=host, port=port)


def welcome(*, host: str, port: int, seconds: float) -> str:
    """Say where to go, who to be and what to look at first."""
    from beide.demo import organisation
    from beide.demo.sign_in import PASSWORD, Language, address_of

    here: Language = "nl" if language() == "nl" else "en"
    there: Language = "en" if here == "nl" else "nl"
    shown = [p for p in organisation().people if p.key in SHOWN]
    people = "\n".join(
        f"    {address_of(person, language=here)}\n      {person.about.in_language(here)}"
        for person in shown
    )
    return READY.format(
        address=f"http://{host}:{port}",
        people=people,
        other=address_of(shown[0], language=there),
        password=PASSWORD,
        seconds=seconds,
    ).in_language(here)
