"""The name, and the smallest group that is shown."""

from beide.web.organisation.models import Organisation
from tests.web.conftest import As
from tests.web.people import World

ADDRESS = "/o/noord/settings/"


def now(world: World) -> tuple[str, int]:
    stored = Organisation.objects.get(pk=world.noord.pk)
    return stored.name, stored.threshold


def test_name_changes_and_is_taken_back(world: World, signed_in: As) -> None:
    browser = signed_in(world.anna)
    page = browser.post(ADDRESS, {"name": "Noorden", "threshold": 5}, follow=True)
    assert now(world) == ("Noorden", 5)
    browser.post(next(iter(page.context["messages"])).extra_tags)
    assert now(world) == ("Noord", 5)


def test_threshold_is_raised_and_never_lowered(world: World, signed_in: As) -> None:
    browser = signed_in(world.anna)
    browser.post(ADDRESS, {"name": "Noord", "threshold": 8})
    assert now(world) == ("Noord", 8)
    page = browser.post(ADDRESS, {"name": "Noord", "threshold": 7}).content.decode()
    assert "It is 8 now and cannot go down." in page
    assert now(world) == ("Noord", 8)


def test_refused_settings_keep_what_was_typed(world: World, signed_in: As) -> None:
    page = signed_in(world.anna).post(ADDRESS, {"name": "Iets", "threshold": 2}).content.decode()
    assert 'value="Iets"' in page
    assert '<span class="account-menu__name">Noord</span>' in page
