"""Work outside a request: asked for, followed, done once, stopped, failed and lost."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from beide.errors import TooLittleData
from beide.text import Text
from beide.web.jobs import actions
from beide.web.jobs.access import access_job
from beide.web.jobs.models import LOST, SILENCE, Job
from tests.web.people import World

DOING = Text(nl="Bezig", en="Busy")


@pytest.fixture
def job(world: World) -> Job:
    return Job.objects.create(organisation=world.noord, purpose="a test")


def now(job: Job) -> Job:
    job.refresh_from_db()
    return job


def fail(error: Exception) -> None:
    raise error


def test_done(job: Job) -> None:
    with actions.working_on(job.pk) as report:
        report(0.25, DOING)
        assert (now(job).state, job.percent, job.doing) == (Job.State.RUNNING, 25, DOING)
        assert not now(job).is_over
    assert now(job).state == Job.State.DONE
    assert now(job).is_over
    assert job.ended


def test_a_known_problem_is_said_in_both_languages(job: Job) -> None:
    with actions.working_on(job.pk):
        fail(TooLittleData(what_nl="niets", what_en="nothing", needed_nl="iets", needed_en="one"))
    assert now(job).has_failed
    assert "niets" in job.problem.nl
    assert "nothing" in job.problem.en


def test_an_unknown_problem_gives_a_number_and_no_details(job: Job) -> None:
    with actions.working_on(job.pk):
        fail(ValueError("a secret"))
    assert now(job).has_failed
    assert str(job.pk) in job.problem.en
    assert "secret" not in job.problem.en


def test_a_second_run_stops_at_its_first_report(job: Job) -> None:
    reached = []
    with actions.working_on(job.pk) as first:
        first(0.1, DOING)
        with actions.working_on(job.pk) as second:
            second(0.1, DOING)
            reached.append("second")
        first(1.0, DOING)
        reached.append("first")
    assert reached == ["first"]
    assert now(job).state == Job.State.DONE


def test_cancelled_before_it_began(job: Job) -> None:
    kept: list[str] = []
    assert actions.cancel(job=job)
    with actions.working_on(job.pk) as report:
        report(0.1, DOING)
        kept.append("answer")
    assert not kept
    assert now(job).state == Job.State.CANCELLED
    assert not actions.cancel(job=job)


def test_cancelled_halfway_keeps_nothing_from_the_end(job: Job) -> None:
    kept = []
    with actions.working_on(job.pk) as report:
        report(0.1, DOING)
        actions.cancel(job=job)
        report(1.0, DOING)
        kept.append("answer")
    assert not kept
    assert now(job).state == Job.State.CANCELLED


def test_many_reports_are_few_writes(
    job: Job, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with actions.working_on(job.pk) as report, django_assert_max_num_queries(3):
        for step in range(1000):
            report(step / 1001, DOING)


def test_silence_is_a_failure_with_what_to_do(job: Job) -> None:
    with actions.working_on(job.pk) as report:
        report(0.5, DOING)
        long_ago = timezone.now() - SILENCE - timedelta(seconds=1)
        Job.objects.filter(pk=job.pk).update(heard=long_ago)
        assert now(job).has_failed
        assert job.is_over
        assert job.problem == LOST


def test_waiting_long_is_not_lost(job: Job) -> None:
    job.asked = timezone.now() - timedelta(days=2)
    assert not job.is_lost
    assert not job.is_over


def test_access(job: Job, world: World) -> None:
    assert access_job(organisation=world.noord.pk, pk=job.pk) == job
    with pytest.raises(Http404):
        access_job(organisation=world.zuid.pk, pk=job.pk)
