"""Who gets in: not outsiders, not without consent; and every page reads what was kept."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from beide.web.jobs.models import Job
from beide.web.patterns.models import Search
from tests.web.conftest import As
from tests.web.evidence.logs import consent
from tests.web.patterns.found import a_finding, a_search, pattern
from tests.web.people import World

PAGES = [
    "patterns/",
    "patterns/{search}/",
    "patterns/{search}/good/",
    "patterns/found/{finding}/",
    "patterns/found/{finding}/wall/",
    "patterns/found/{finding}/try/",
    "patterns/found/{finding}/try/begin/",
    "patterns/found/{finding}/download/build-table.json",
]


@pytest.mark.parametrize("page", PAGES)
def test_pages_ask_little_of_the_database(
    world: World,
    mia: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    page: str,
) -> None:
    search = a_search(world.noord, *(pattern() for _ in range(7)))
    finding = search.findings.all()[0]
    with django_assert_max_num_queries(15):
        answer = mia.get(f"/o/noord/{page.format(search=search.pk, finding=finding.pk)}")
    assert answer.status_code == 200


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_log_without_consent_closes_what_was_found_in_it(
    world: World, mia: Client, page: str
) -> None:
    finding = a_finding(world.noord)
    log = finding.search.log
    log.generated = False
    log.save()
    address = f"/o/noord/{page.format(search=finding.search.pk, finding=finding.pk)}"
    assert mia.get(address)["Location"] == f"/o/noord/evidence/{log.pk}/"
    assert "lead time" not in mia.get("/o/noord/patterns/").content.decode()
    consent(world.noord)
    assert mia.get(address).status_code == 200


def test_a_search_that_goes_on_shows_how_far_it_is_and_can_be_stopped(
    world: World, mia: Client
) -> None:
    job = Job.objects.create(organisation=world.noord, purpose="patterns.search", done=0.4)
    search = a_search(world.noord, found={}, computed=None, job=job)
    address = f"/o/noord/patterns/{search.pk}/"
    assert 'value="40"' in mia.get(address).content.decode()
    follow = mia.get(address, headers={"HX-Request": "true"}).content.decode()
    assert follow.strip().startswith('<div id="job"')
    mia.post(f"{address}stop/")
    html = mia.get(address).content.decode()
    assert "Looking was stopped." in html


def test_removing_can_be_undone(world: World, signed_in: As) -> None:
    search = a_search(world.noord, pattern())
    lex = signed_in(world.lex)
    address = f"/o/noord/patterns/{search.pk}/"
    lex.post(f"{address}remove/")
    assert lex.get(address).status_code == 404
    assert Search.objects.count() == 0
    lex.post(f"{address}restore/")
    assert lex.get(address).status_code == 200
