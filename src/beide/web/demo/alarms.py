"""What the demo said when the operation ate a team's room."""

from beide.text import Text
from beide.web.demo.cast import Cast, backdate, day
from beide.web.exchange.alarm_actions import answer_alarm

TEAM, SAID, UNTIL = "techniek", 48, 27  # days ago
WORDS = Text(
    nl="We halen de uren weg van de maandag en plannen ze op woensdagmiddag, als de werkbank leeg "
    "is. Over drie weken kijken we of ze dan wel doorgaan.",
    en="We take the hours away from Mondays and plan them on Wednesday afternoons, when the "
    "workbench is clear. In three weeks we look whether they do happen then.",
)


def make(cast: Cast) -> None:
    """Answer the alarm of the weeks in which hardly any room was used."""
    answer = answer_alarm(
        organisation=cast.organisation,
        team=cast.teams[TEAM],
        way="try",
        words=cast.say(WORDS),
        until=day(UNTIL),
    )
    backdate(answer, on=day(SAID))
