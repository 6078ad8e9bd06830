"""Everything that can be done with a session."""

from beide.web.team_sessions.actions.answering import Taken, answer, answer_and_ask, take_back
from beide.web.team_sessions.actions.beginning import begin
from beide.web.team_sessions.actions.closing import close, close_forgotten
from beide.web.team_sessions.actions.counting import enter_counts
from beide.web.team_sessions.actions.recording import record, take_back_outcome
from beide.web.team_sessions.actions.seating import (
    NotLetIn,
    Why,
    agree,
    ask_no_longer,
    ask_to_open,
    leave,
    open_up,
    take_seat,
)
from beide.web.team_sessions.actions.steering import lock, more_time, move, pause, resume, unlock

__all__ = [
    "NotLetIn",
    "Taken",
    "Why",
    "agree",
    "answer",
    "answer_and_ask",
    "ask_no_longer",
    "ask_to_open",
    "begin",
    "close",
    "close_forgotten",
    "enter_counts",
    "leave",
    "lock",
    "more_time",
    "move",
    "open_up",
    "pause",
    "record",
    "resume",
    "take_back",
    "take_back_outcome",
    "take_seat",
    "unlock",
]
