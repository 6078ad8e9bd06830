"""Every route inside an organisation, for every role, in one's own organisation and another's."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from beide.web.organisation.models import Team
from beide.web.organisation.permissions import TABLE
from beide.web.organisation.roles import Role
from tests.web.conftest import As
from tests.web.people import World, add_person
from tests.web.route_objects import HIDDEN, NARROWED, OBJECTS

WHO = {
    Role.MEMBER: "mia",
    Role.LEAD: "lex",
    Role.GUIDE: "gijs",
    Role.ADMINISTRATOR: "anna",
    Role.COUNCIL: "cora",
}


def routes(
    resolver: URLResolver | None = None, spaces: tuple[str, ...] = (), keys: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every route's name with the keys in its address."""
    for entry in (resolver or get_resolver()).url_patterns:
        known = keys + tuple(entry.pattern.converters)
        if isinstance(entry, URLPattern):
            yield ":".join([*spaces, entry.name or ""]), known
        else:
            space = (entry.namespace,) if entry.namespace else ()
            yield from routes(entry, spaces + space, known)


INSIDE = {name: set(keys) - {"organisation"} for name, keys in routes() if "organisation" in keys}


def address(route: str, world: World) -> str:
    """Return a route's address in Noord, with something made for each of its keys."""
    arguments: dict[str, Any] = OBJECTS[route](world) if INSIDE[route] else {}
    return reverse(route, kwargs={"organisation": "noord", **arguments})


def test_table_names_every_route_and_no_other() -> None:
    assert set(INSIDE) - set(TABLE) == set(), "routes that nobody may open"
    assert set(TABLE) - set(INSIDE) == set(), "routes that do not exist"


def test_registry_makes_something_for_every_route_with_a_key() -> None:
    with_keys = {route for route, keys in INSIDE.items() if keys}
    assert with_keys - set(OBJECTS) == set(), "add these to tests/web/route_objects.py"
    assert set(OBJECTS) - with_keys == set(), "no longer needed in tests/web/route_objects.py"


def test_strangers_sign_in_first(world: World) -> None:
    browser = Client()
    for route in sorted(INSIDE):
        where = address(route, world)
        for answer in (browser.get(where), browser.post(where)):
            assert answer.status_code == 302, route
            assert answer["Location"].startswith("/accounts/login/?next=/o/noord/"), route


@pytest.mark.parametrize("role", list(Role))
def test_outsiders_find_nothing(world: World, signed_in: As, role: Role) -> None:
    team = Team.objects.create(organisation=world.zuid, name="Zuid") if role is Role.LEAD else None
    browser = signed_in(add_person(world, "els", world.zuid, role, team=team))
    for route in sorted(INSIDE):
        where = address(route, world)
        assert browser.get(where).status_code == 404, route
        assert browser.post(where).status_code == 404, route


@pytest.mark.parametrize("role", list(Role))
def test_roles_open_what_the_table_says(world: World, signed_in: As, role: Role) -> None:
    browser = signed_in(world.people[WHO[role]])
    for route in sorted(INSIDE):
        where = address(route, world)
        status = browser.get(where).status_code
        if role not in TABLE[route]:
            assert status == 403, route
            assert browser.post(where).status_code == 403, route
        elif route in NARROWED:
            assert status in {200, 302, 403, 405}, route
        elif route in HIDDEN and role not in {Role.GUIDE, Role.ADMINISTRATOR}:
            assert status in {404, 405}, route
        else:
            assert status in {200, 302, 405}, route


@pytest.mark.parametrize("route", sorted(NARROWED))
def test_narrowed_routes_open_for_someone_and_not_for_all(
    world: World, signed_in: As, route: str
) -> None:
    where = address(route, world)
    found = {signed_in(world.people[WHO[role]]).get(where).status_code for role in TABLE[route]}
    assert 403 in found
    assert found & {200, 302}


def test_a_thing_of_another_organisation_is_not_found_through_ones_own(
    world: World, signed_in: As
) -> None:
    administrator = signed_in(world.otto)
    for route, make in OBJECTS.items():
        if Role.ADMINISTRATOR not in TABLE[route]:
            continue
        where = reverse(route, kwargs={"organisation": "zuid", **make(world)})
        assert administrator.get(where).status_code in {404, 405}, route
        assert administrator.post(where).status_code in {404, 405}, route
