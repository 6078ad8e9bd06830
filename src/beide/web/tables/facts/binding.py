"""Which step, or which passage between two, a brick stands for in a log."""

import json
from dataclasses import dataclass

from beide.web.tables.reading import Brick


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A step of a log, or the passage from one step or role to the next."""

    log: int
    activity: str = ""
    from_: str = ""
    to: str = ""

    def to_data(self) -> str:
        """Return it as a brick keeps it."""
        if self.activity:
            told = {"log": self.log, "activity": self.activity}
        else:
            told = {"log": self.log, "from": self.from_, "to": self.to}
        return json.dumps(told, ensure_ascii=False)


def bound(brick: Brick) -> Bound | None:
    """Return what a brick is bound to, or nothing where that cannot be read."""
    told = json.loads(brick.data) if brick.data else {}
    log, activity, from_, to = (told.get(key) for key in ("log", "activity", "from", "to"))
    if not isinstance(log, int) or isinstance(log, bool):
        return None
    if isinstance(activity, str) and activity:
        return Bound(log=log, activity=activity)
    if isinstance(from_, str) and isinstance(to, str) and from_ and to:
        return Bound(log=log, from_=from_, to=to)
    return None
