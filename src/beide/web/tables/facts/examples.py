"""Cases that went well, to walk along a table: a code and a week, never a person or a day."""

from dataclasses import dataclass

from beide import log as event_log
from beide.web.evidence import actions as asking
from beide.web.evidence.cases import rows
from beide.web.evidence.cases.shown import CaseShown, cases_shown
from beide.web.evidence.cases.steps import CaseStep, steps_of
from beide.web.evidence.models import Answer, EventLog
from beide.web.evidence.promising import good
from beide.web.evidence.questions import about_cases

OFFERED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The latest cases of a log; of one with a promise those that kept it."""

    log: EventLog
    answer: Answer
    kept: bool

    @property
    def awaited(self) -> bool:
        """Tell whether the log is still being asked."""
        return self.answer.is_awaited

    def offered(self) -> list[CaseShown]:
        """Return the latest few in words; none while the log is asked, or has too few."""
        if not self.answer.found:
            return []
        return list(cases_shown(rows.page_of(self.answer.path, start=0, count=OFFERED)))

    def steps(self, code: str) -> list[CaseStep]:
        """Return the steps of the case with this code; none when it is not among these cases."""
        row = rows.with_code(self.answer.path, code) if self.answer.found else None
        if row is None:
            return []
        known = frozenset(asking.steps_of(log=self.log))
        return steps_of(event_log.open(self.log.path), row, known=known)


def examples(log: EventLog) -> Examples:
    """Ask a log for cases to walk."""
    promise = log.promises.first()
    asked = about_cases(
        {},
        state="kept" if promise else "",
        good=good(promise).source if promise else "",
        minimum=log.organisation.threshold,
    )
    answer = asking.ask(log=log, kind=Answer.Kind.CASES, asked=asked)
    return Examples(log=log, answer=answer, kept=promise is not None)
