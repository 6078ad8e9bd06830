"""How long steps wait and take, kept as an answer and told to the council."""

import pytest

from beide import log as event_log
from beide.web.evidence import actions
from beide.web.evidence.models import Analysis, Answer, EventLog
from beide.web.evidence.questions import about_steps

pytestmark = pytest.mark.django_db


def test_they_are_what_the_library_says(log: EventLog) -> None:
    minimum = log.organisation.threshold
    answer = actions.ask(log=log, kind=Answer.Kind.STEPS, asked=about_steps(minimum=minimum))
    waits = event_log.waiting(event_log.open(log.path), minimum=minimum)
    assert answer.found["cases"] == waits.cases
    told = {step["name"]: step for step in answer.found["steps"]}
    assert told.keys() == {each.activity for each in waits.activities}
    for each in waits.activities:
        step = told[each.activity]
        assert step["waited"] == each.median.total_seconds()
        assert step["with_work"] == (each.start_known < each.count)
    assert Analysis.objects.filter(log=log, kind=Analysis.Kind.STEPS).count() == 1
