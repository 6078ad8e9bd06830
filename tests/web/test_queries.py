"""No page asks the database more than fifteen questions, on the demo organisation as it is."""

import re
from collections import Counter, deque

import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

from beide.web.accounts.models import Person
from beide.web.demo.make import make_demo

MOST = 15
# Of each route, for each person: enough to meet its empty, its usual and its busy pages.
PER_ROUTE = 6
# What is downloaded is made for once, not for every visit.
LEAVES = re.compile(r"logout|/admin/|/static/|\.csv|\.md|\.xlsx|export|download")


def route_of(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""


def queries(client: Client, path: str) -> tuple[int, str]:
    """Return how many questions a page asks, and the page."""
    reset_queries()
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    html = answer["Content-Type"].startswith("text/html") and answer.status_code == 200
    return len(asked), answer.content.decode() if html else ""


def walk(client: Client, start: str) -> dict[str, int]:
    """Follow the links; return for each route the most questions that one of its pages asks."""
    most: dict[str, int] = {}
    seen: Counter[str] = Counter()
    queue, known = deque([start]), {start}
    while queue:
        path = queue.popleft()
        route = route_of(path)
        seen[route] += 1
        if seen[route] > PER_ROUTE:
            continue
        count, html = queries(client, path)
        if count > MOST:
            # Its first visitor had something computed, which is kept for everyone after.
            count, html = queries(client, path)
        most[route] = max(count, most.get(route, 0))
        for link in re.findall(r'href="(/[^"#]*)', html):
            target = link.replace("&amp;", "&")
            if target not in known and route_of(target) and not LEAVES.search(target):
                known.add(target)
                queue.append(target)
    return most


@pytest.mark.django_db
def test_every_page_asks_at_most_fifteen_questions() -> None:
    make_demo("nl")
    found: dict[str, int] = {}
    for who in ("mirjam", "yusuf", "joke"):
        client = Client()
        person = Person.objects.get(email=f"{who}@hulpmiddelen-noord.example")
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        for route, count in walk(client, "/o/hulpmiddelen-noord/").items():
            found[route] = max(count, found.get(route, 0))
    assert len(found) > 30
    assert {route: count for route, count in found.items() if count > MOST} == {}
