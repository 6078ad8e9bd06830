"""A promise that is judged by the month: its sentence, its table, and what stays hidden."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beide.web.evidence import actions
from beide.web.evidence.models import EventLog, Promise
from beide.web.evidence.series import Series
from tests.web.conftest import As
from tests.web.evidence.logs import orders, ready_log
from tests.web.evidence.test_promise_page import MADE
from tests.web.people import World

Post = Callable[..., Any]


def by_month(log: EventLog, share: float = 0.9) -> Promise:
    return actions.add_promise(
        log=log,
        name="Home in two days",
        within_hours=48,
        share=share,
        period="month",
        at_once=True,
    )


def test_the_last_whole_month_speaks(log: EventLog, anna: Client, posted: Post) -> None:
    made = posted(anna, f"/o/noord/evidence/{log.pk}/promise/", {**MADE, "period": "month"})
    promise = Promise.objects.get()
    assert promise.period == "month"
    page = anna.get(made["Location"]).content.decode()
    # Of the orders that end on the five Fridays of October, one ends in November after all.
    assert "In October 2026, 95 of 99 cases were done within 2 days." in page
    assert "Home in two days · within 2 days for 90% each month" in page
    assert "Month by month" in page
    assert "November 2026</th>" in page
    assert page.count('<th scope="row">') == 3


def test_a_small_month_is_hidden_with_its_neighbour(log: EventLog) -> None:
    series = Series.from_stored(by_month(log).over_time)
    starts = [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]
    assert [month.start for month in series.months] == starts
    # In November one case ended; it is hidden, with September, which would give it away.
    assert [month.cases for month in series.months] == [None, 99, None]
    assert [week.cases for week in series.weeks] == [20] * 8


def test_weeks_tell_no_counts_when_one_is_hidden(world: World, tmp_path: Path) -> None:
    promise = by_month(ready_log(world.noord, tmp_path, orders(few_in_week=3)))
    weeks = promise.over_time["weeks"]
    assert all("cases" not in week and "kept" not in week for week in weeks)
    assert sum("share" in week for week in weeks) == 6


def test_a_month_in_which_nothing_ended_is_there(world: World, tmp_path: Path) -> None:
    header, *rows = orders(weeks=16, late=0).splitlines()
    text = "\n".join([header, *(row for row in rows if ";2026-10" not in row)]) + "\n"
    series = Series.from_stored(by_month(ready_log(world.noord, tmp_path, text)).over_time)
    starts = [month.start for month in series.months]
    assert starts[1] == date(2026, 10, 1)
    assert series.months[1].cases == 0


def test_back_to_weeks(log: EventLog, anna: Client, posted: Post) -> None:
    promise = by_month(log)
    address = f"/o/noord/evidence/promise/{promise.pk}/"
    form = anna.get(f"{address}change/").content.decode()
    assert re.search(r'value="month"[^>]* checked', form)
    posted(anna, f"{address}change/", {**MADE, "period": "week"})
    page = anna.get(address).content.decode()
    assert "In the 4 weeks up to 1 November 2026" in page
    assert Promise.objects.get().over_time.get("months") is None


def test_another_period_is_refused(log: EventLog, anna: Client, posted: Post) -> None:
    answer = posted(anna, f"/o/noord/evidence/{log.pk}/promise/", {**MADE, "period": "year"})
    assert "Something needs another look" in answer.content.decode()
    assert not Promise.objects.exists()


def test_to_take_away(log: EventLog, anna: Client) -> None:
    promise = by_month(log)
    answer = anna.get(f"/o/noord/evidence/promise/{promise.pk}/weeks.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[2][0] == "Month"
    assert rows[3][0] == "2026-09-01"


@pytest.mark.parametrize(
    ("language", "says"), [("nl", "In oktober 2026 waren"), ("en", "In October 2026,")]
)
def test_in_both_languages(
    log: EventLog, world: World, signed_in: As, language: str, says: str
) -> None:
    promise = by_month(log)
    page = signed_in(world.mia, language=language).get(f"/o/noord/evidence/promise/{promise.pk}/")
    assert says in page.content.decode()


def test_an_early_month_is_in_the_table_only(log: EventLog, anna: Client) -> None:
    promise = by_month(log)
    months = promise.over_time["months"]
    assert months[1]["share"]
    months[0] = {**months[1], "start": "2026-09-01", "early": True}
    promise.save()
    page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    assert "1 month at the beginning is in the table only" in page
    drawn = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert drawn
    assert re.search(r'"share": ?null[^}]*"week": ?"2026-09-01"', drawn[1]) or re.search(
        r'"week": ?"2026-09-01"[^}]*"share": ?null', drawn[1]
    )
