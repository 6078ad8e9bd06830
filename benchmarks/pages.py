"""Server time, queries and weight of every page on the demo organisation.

    python -m benchmarks.pages [--json] [--rounds 20]

Makes the demo organisation in a folder of its own, signs in as its administrator, follows the links
to find every page, then asks for each page a number of times in this process (no network, no
browser) and reports the median. Also weighs the scripts and styles that a page loads.
"""

import argparse
import json
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ["BEIDE_HOME"] = tempfile.mkdtemp(prefix="beide-bench-")
os.environ["BEIDE_LOG_LEVEL"] = "ERROR"
os.environ["DJANGO_SETTINGS_MODULE"] = "beide.web.settings"
LEAVES = ("logout", "/admin/", "/static/", ".csv", ".zip", "export")


def client_of_the_demo() -> Any:
    """Make the demo organisation and return a client that is signed in."""
    from beide.cli.serve import prepare

    prepare()
    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment

    from beide.web.accounts.models import Person

    call_command("make_demo")
    setup_test_environment()
    person = Person.objects.get(email="mirjam@hulpmiddelen-noord.example")
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def pages(client: Any) -> dict[str, str]:
    """Return one address for each route that links lead to."""
    from django.urls import Resolver404, resolve

    found: dict[str, str] = {}
    queue = ["/o/hulpmiddelen-noord/"]
    while queue:
        path = queue.pop(0)
        try:
            route = resolve(path.partition("?")[0]).view_name
        except Resolver404:
            continue
        if route in found:
            continue
        answer = client.get(path)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        found[route] = path
        links = re.findall(r'href="(/[^"#]*)', answer.content.decode())
        queue += [
            link.replace("&amp;", "&") for link in links if not any(x in link for x in LEAVES)
        ]
    return found


def measure(client: Any, path: str, *, rounds: int) -> dict[str, float]:
    """Return the median milliseconds and the number of queries of a page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
        count = len(queries)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - start) * 1000)
    return {
        "median_ms": round(statistics.median(times), 1),
        "queries": count,
        "kilobytes": round(len(answer.content) / 1000, 1),
    }


def weight(client: Any, path: str) -> float:
    """Return the kilobytes of scripts and styles that a page loads, uncompressed."""
    from django.conf import settings

    html: str = client.get(path).content.decode()
    files = set(re.findall(r'(?:src|href)="/static/([^"]+\.(?:js|css))"', html))
    root = Path(settings.STATIC_ROOT)
    size: int = sum((root / name).stat().st_size for name in files)
    return round(size / 1000, 1)


def main() -> int:
    """Measure every page and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    client = client_of_the_demo()
    found = pages(client)
    result = {route: measure(client, path, rounds=options.rounds) for route, path in found.items()}
    home = found["exchange:both"]
    summary = {
        "pages": len(result),
        "slowest_median_ms": max(page["median_ms"] for page in result.values()),
        "median_ms": statistics.median(page["median_ms"] for page in result.values()),
        "most_queries": max(page["queries"] for page in result.values()),
        "scripts_and_styles_kb": weight(client, home),
    }
    if options.json:
        print(json.dumps({"summary": summary, "pages": result}, indent=2))
        return 0
    for route, page in sorted(result.items(), key=lambda item: -item[1]["median_ms"]):
        print(
            f"{route:36}{page['median_ms']:8.1f} ms"
            f"{page['queries']:5} queries{page['kilobytes']:8} kB"
        )
    print(summary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
