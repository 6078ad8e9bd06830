"""Answers from which a host can learn how statements work: nobody's in particular."""

from beide import reflect
from beide.web.reflections.asking import answers_of as answers_alone
from beide.web.reflections.models import Round as RoundAlone
from beide.web.team_sessions.asking import Answers, answers_of, says_something
from beide.web.team_sessions.models import Sheet

# A few could be told apart by what they answered; this is also the fewest that can teach anything.
FEWEST = 300


def collected() -> list[Answers]:
    """Return one time through the statements of each person: sessions that closed, and alone.

    Only what was not removed by then; of a second time nothing, for it is not another person's.
    """
    sheets = Sheet.objects.exclude(topic__session__closed=None).filter(key=None)
    alone = RoundAlone.objects.filter(number=1)
    found = [answers_of(sheet, 1) for sheet in sheets.prefetch_related("answers")]
    found += [answers_alone(each) for each in alone.prefetch_related("answers")]
    return [answers for answers in found if says_something(answers)]


def enough(people: list[Answers]) -> bool:
    """Tell whether there are so many that nobody stands out."""
    return len(people) >= max(FEWEST, reflect.Thresholds().result)
