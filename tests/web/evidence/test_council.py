"""The works council sees purposes, what is kept, thresholds and every analysis, never contents."""

from django.test import Client
from django.utils import timezone

from beide.web.evidence.models import EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, consent
from tests.web.people import World

COUNCIL = "/o/noord/evidence/council/"


def test_what_the_council_reads(log: EventLog, world: World, signed_in: As) -> None:
    a_promise(log)
    consent(world.noord)
    page = signed_in(world.cora).get(COUNCIL).content.decode()
    assert "To see whether we deliver in time" in page
    assert "Orders from January 2026" in page
    assert "12 January 2026" in page
    assert "fewer than 5" in page
    assert "how long cases take" in page
    assert "whether the promise is kept, week by week" in page
    assert page.count("<td>Orders 2026</td>") == 2


def test_when_by_date_and_never_who(log: EventLog, world: World, signed_in: As) -> None:
    page = signed_in(world.cora).get(COUNCIL).content.decode()
    main = page.split("<main", 1)[1].split("</main>")[0]
    assert f'datetime="{timezone.localdate():%Y-%m-%d}"' in main
    assert all(name not in main for name in ("Anna", "Lex", "Mia", "Cora"))


def test_no_outcome_of_an_analysis(log: EventLog, world: World, signed_in: As) -> None:
    a_promise(log)
    page = signed_in(world.cora).get(COUNCIL).content.decode()
    assert "1 day" not in page
    assert "95%" not in page


def test_an_analysis_stays_known_when_its_log_is_gone(
    log: EventLog, world: World, signed_in: As
) -> None:
    log.delete()
    page = signed_in(world.cora).get(COUNCIL).content.decode()
    assert "Orders 2026 (removed)" in page


def test_who_may(world: World, signed_in: As, anna: Client) -> None:
    assert anna.get(COUNCIL).status_code == 200
    for person in (world.lex, world.mia, world.gijs):
        assert signed_in(person).get(COUNCIL).status_code == 403
    assert signed_in(world.otto).get(COUNCIL).status_code == 404


def test_the_council_opens_nothing_else(log: EventLog, world: World, signed_in: As) -> None:
    browser = signed_in(world.cora)
    for address in ("", f"{log.pk}/", "consent/", "new/"):
        assert browser.get(f"/o/noord/evidence/{address}").status_code == 403


def test_empty_and_in_dutch(world: World, signed_in: As) -> None:
    page = signed_in(world.cora, language="nl").get(COUNCIL).content.decode()
    assert "Er is nog geen analyse gedaan." in page
    assert "Er geldt nu geen instemming" in page
