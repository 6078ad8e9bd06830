"""The moment in a case from which the outcome counts, and up to which things are known."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from beide.discover._model import Known
from beide.engine import Table
from beide.errors import WrongOption
from beide.log.outcomes import Tables
from beide.text import Text

Kind: TypeAlias = Literal["arrival", "first_step", "steps", "handover", "step"]

_COUNTED = re.compile(r"^(steps|handover):\s*([1-9]\d{0,2})$")
_TEXTS: dict[Kind, Text] = {
    "arrival": Text(nl="bij binnenkomst", en="on arrival"),
    "first_step": Text(nl="na de eerste stap", en="after the first step"),
    "steps": Text(nl="na {number} stappen", en="after {number} steps"),
    "handover": Text(
        nl="na overdracht {number} aan een andere rol",
        en="after hand-over {number} to another role",
    ),
    "step": Text(nl="na de stap '{step}'", en="after the step '{step}'"),
}


@dataclass(frozen=True, slots=True)
class Landmark:
    """A moment in a case. Only cases that are still open then count.

    Attributes
    ----------
    kind
        ``arrival``; ``first_step``; ``steps``: after so many steps; ``handover``: when the work has
        passed to another role so many times; ``step``: after a step that you name, the first time.
    number, step
        How many, or which.

    >>> Landmark.parse("handover:2").text.en
    'after hand-over 2 to another role'
    """

    kind: Kind = "arrival"
    number: int = 0
    step: str = ""

    @classmethod
    def parse(cls, text: str) -> "Landmark":
        """Return the moment that a person wrote.

        Parameters
        ----------
        text
            ``arrival``, ``first_step``, ``steps:3``, ``handover:2`` or ``step:`` and its name.

        Raises
        ------
        WrongOption
            When it is none of those.
        """
        plain = text.strip()
        if plain == "arrival":
            return cls()
        if plain in ("first_step", "steps:1"):
            return cls("first_step", 1)
        if counted := _COUNTED.match(plain):
            kind: Kind = "steps" if counted[1] == "steps" else "handover"
            return cls(kind, int(counted[2]))
        if plain.startswith("step:") and plain[5:].strip():
            return cls("step", 0, plain[5:].strip())
        raise WrongOption(
            option="landmark",
            value=text,
            expected_nl="arrival, first_step, steps:3, handover:2 of step:NAAM VAN DE STAP",
            expected_en="arrival, first_step, steps:3, handover:2 or step:NAME OF THE STEP",
        )

    @property
    def source(self) -> str:
        """How it is written."""
        if self.kind == "step":
            return f"step:{self.step}"
        return f"{self.kind}:{self.number}" if self.kind in ("steps", "handover") else self.kind

    @property
    def text(self) -> Text:
        """When it is, for people."""
        return _TEXTS[self.kind].format(number=self.number, step=self.step)

    @property
    def known(self) -> Known:
        """What is known by then."""
        if self.kind == "arrival":
            return Known.ARRIVAL
        return Known.FIRST_STEP if self.kind == "first_step" else Known.LANDMARK


def marks(tables: Tables, landmark: Landmark) -> Table:
    """Return ``case``, ``position``, ``activity`` and ``moment`` of each case at a landmark.

    ``position`` and ``activity`` are those of the last event that is known then, ``moment`` when it
    was completed. A case that is over by then is left out.

    Raises
    ------
    WrongOption
        When the log has no such step.
    """
    events, cases = tables.events, tables.cases
    if landmark.kind == "arrival":
        none = cases["events"] * 0
        return cases.select("case", position=none, activity=none, moment=cases["first"])
    reached = _reached(tables, landmark)
    lengths = cases.select(ended="case", length=cases["events"])
    open_ = reached.join(lengths, reached["case"] == lengths["ended"])
    open_ = open_.filter(open_["position"] < open_["length"] - 1)
    times = events.select("activity", timed="case", at="position", moment="time")
    found = open_.join(
        times, (open_["case"] == times["timed"]) & (open_["position"] == times["at"])
    )
    return found.select("case", "position", "activity", "moment")


def _reached(tables: Tables, landmark: Landmark) -> Table:
    """Return ``case`` and the ``position`` of the event at which a case gets to a landmark."""
    events = tables.events
    if landmark.kind == "step":
        code = _code(tables, landmark.step)
        done = events.filter(events["activity"] == code)
        return done.group_by("case").aggregate(position=done["position"].min())
    if landmark.kind == "handover":
        return _passed(events, landmark.number)
    last = max(landmark.number, 1) - 1
    return events.filter(events["position"] == last).select("case", "position")


def _passed(events: Table, number: int) -> Table:
    import ibis

    passing = events.filter(events["role"] != events["next_role"])
    order = ibis.window(group_by=passing["case"], order_by=passing["position"])
    counted = passing.select(
        "case",
        position=passing["position"] + 1,
        number=ibis.row_number().over(order),
    )
    return counted.filter(counted["number"] == number - 1).select("case", "position")


def _code(tables: Tables, step: str) -> int:
    names = tables.names("activities")
    if step in names:
        return names.index(step)
    listed = ", ".join(names[:30])
    raise WrongOption(
        option="landmark",
        value=f"step:{step}",
        expected_nl=f"een stap in het log ({listed})",
        expected_en=f"a step in the log ({listed})",
    )
