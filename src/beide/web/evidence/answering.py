"""From a question to an answer that is kept."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from beide import log as event_log
from beide.errors import BeideError
from beide.web.evidence import keeping, problems
from beide.web.evidence.cases.find import find
from beide.web.evidence.cases.values import held
from beide.web.evidence.models import Analysis, Answer
from beide.web.evidence.process import ask as paths
from beide.web.evidence.process.times import times
from beide.web.evidence.questions import where

Kind = Analysis.Kind


def compute(answer: Answer, *, before_keeping: Callable[[], None] = lambda: None) -> None:
    """Ask the log, and keep what it says; a question that cannot be answered is told so."""
    log = answer.log
    found = event_log.open(log.path)
    try:
        kind = ANSWERS[Answer.Kind(answer.kind)](answer, found)
    except BeideError as error:
        answer.problem = problems.kept(error)
        kind = None
    before_keeping()
    answer.computed = timezone.now()
    with transaction.atomic():
        answer.save(update_fields=["found", "problem", "computed"])
        if kind is not None:
            keeping.record(log, kind=kind, cases=answer.found["cases"])


def _map(answer: Answer, log: event_log.Log) -> Kind:
    asked = answer.asked
    graph = paths.ask(log, view=asked["view"], where=where(asked), minimum=asked["minimum"])
    answer.found = graph.to_stored()
    return Kind.ROLES if graph.view == "roles" else Kind.MAP


def _cases(answer: Answer, log: event_log.Log) -> Kind:
    answer.found = find(log, answer.asked, into=answer.path)
    return Kind.CASES


def _values(answer: Answer, log: event_log.Log) -> None:
    answer.found = {"values": held(log, minimum=answer.asked["minimum"])}


def _steps(answer: Answer, log: event_log.Log) -> Kind:
    answer.found = times(log, minimum=answer.asked["minimum"])
    return Kind.STEPS


ANSWERS: dict[Answer.Kind, Callable[[Answer, event_log.Log], Kind | None]] = {
    Answer.Kind.MAP: _map,
    Answer.Kind.CASES: _cases,
    Answer.Kind.VALUES: _values,
    Answer.Kind.STEPS: _steps,
}
