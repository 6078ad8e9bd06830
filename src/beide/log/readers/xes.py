"""XES, the standard format of event logs, read in one pass with a constant amount of memory.

Beide reads XES itself, with expat. What a global default says is never taken for what happened, an
unreadable date is an error with its line, years run from 1 to 9999, every encoding that XML names
is read, and people are left out before anything is written down.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias
from xml.parsers import expat

from beide.log._model import Columns
from beide.log._privacy import names_a_person
from beide.log.readers import _ask, _xml
from beide.log.readers._files import unreadable
from beide.log.readers._source import Source
from beide.log.readers._spool import Spool

CASE = "case:concept:name"
ACTIVITY = "concept:name"
TIME = "time:timestamp"
START = "start_timestamp"
ROLES = ("org:role", "org:group")
RESOURCE = "org:resource"
_HAND = "\x00hand"
"""A name that no file can give: who did it, as a number that means something in one case only."""
_LOG, _TRACE = 1, 2

_Start: TypeAlias = Callable[[str, list[str]], None]
_End: TypeAlias = Callable[[str], None]


def read_xes(
    path: Path,
    work: Path,
    *,
    columns: Columns | None,
    people: str | None = None,
    told: Callable[[float], None],
) -> Source:
    """Copy the events of an XES file to Parquet.

    Parameters
    ----------
    path
        The file, packed with gzip or not.
    work
        A folder for the Parquet files.
    columns
        Which attribute holds what (those of a trace begin with ``case:``); default the standard's.
    people
        The attribute with people, where they are to become roles.
    told
        Called with the share of the file read.

    Raises
    ------
    UnreadableFile
        When the file is not XML, is cut off, or is not an event log.
    MissingColumn, PersonColumn
        When a named attribute does not occur, or is about people.
    """
    if columns is not None:
        _ask.check_no_person(path.name, columns)
    spool = Spool(
        work, file=path.name, keep=lambda name: name == people or not names_a_person(name)
    )
    _xml.parse(path, _Handler(path, spool).parser, told)
    spool.flush()
    hand = spool.fields.pop(_HAND, None)
    present = tuple(spool.fields)
    chosen = _ask.with_lifecycle(columns, present) if columns else _standard(present, people)
    if present:
        _ask.check_present(path.name, chosen, present)
    attributes, _ = _ask.other_columns(chosen, present)
    return Source(
        name=path.name,
        kind="xes",
        fields=spool.fields,
        parts=tuple(spool.parts),
        columns=chosen,
        attributes=attributes,
        choose=chosen.attributes is None,
        line=spool.line,
        lifecycle=chosen.lifecycle,
        hand=hand,
        dropped=dict.fromkeys(sorted(spool.left_out), "person"),
    )


def _standard(present: tuple[str, ...], people: str | None) -> Columns:
    """Return the standard's columns, with the first kind of role that occurs."""
    return Columns(
        case=CASE,
        activity=ACTIVITY,
        time=TIME,
        start=START if START in present else None,
        role=None if people else next((role for role in ROLES if role in present), None),
        attributes=None,
        lifecycle=_ask.LIFECYCLE if _ask.LIFECYCLE in present else None,
        people=people,
    )


class _Handler:
    """Follows the elements log, trace and event; what lies deeper belongs to one attribute."""

    def __init__(self, path: Path, spool: Spool) -> None:
        self.path = path
        self.spool = spool
        self.depth = 0
        self.traces = 0
        self.trace: dict[str, str] | None = None
        self.event: dict[str, str] = {}
        self.hands: dict[str, str] = {}
        self.parser: Any = expat.ParserCreate()
        self.parser.ordered_attributes = True
        self.inside = _inside_event(self)
        self._listen(self.start, self.end)

    def _listen(self, start: _Start, end: _End) -> None:
        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end

    def start(self, name: str, given: list[str]) -> None:
        depth = self.depth
        self.depth = depth + 1
        if depth == _TRACE:
            self._inside_trace(name, given)
        elif depth == _LOG:
            self.trace = {} if _local(name) == "trace" else None
            self.hands = {}
        elif depth == 0 and _local(name) != "log":
            raise unreadable(
                self.path,
                f"het is XML, maar geen logboek: het begint met <{name}>",
                f"it is XML, but no event log: it begins with <{name}>",
            )

    def _inside_trace(self, name: str, given: list[str]) -> None:
        if self.trace is None:
            return
        if _local(name) == "event":
            self.event = {}
            self.spool.lines.append(self.parser.CurrentLineNumber)
            self._listen(*self.inside)
        else:
            _put(self.trace, "case:", given)

    def end_event(self) -> None:
        """Hand over an event, and listen to its trace again."""
        if who := self.event.get(RESOURCE):
            self.event[_HAND] = self.hands.setdefault(who, str(len(self.hands)))
        if self.trace is not None:
            self.spool.add(self.event, self.trace)
        self.depth = _TRACE
        self._listen(self.start, self.end)

    def end(self, _name: str) -> None:
        self.depth = depth = self.depth - 1
        if depth == _LOG and self.trace is not None:
            # A trace without a name is still one case, so it gets a name that no file can give it.
            self.trace.setdefault(CASE, f"\x00{self.traces}")
            self.traces += 1
            self.trace = None
            self.spool.flush_when_full()


def _inside_event(of: _Handler) -> tuple[_Start, _End]:
    """Return what listens inside an event: closures, as nearly all of a file's elements are here.

    Only the values of the event itself count, not what is nested in them.
    """
    depth = 0

    def start(_name: str, given: list[str]) -> None:
        nonlocal depth
        if depth == 0:
            if len(given) == 4 and given[0] == "key" and given[2] == "value":
                of.event[given[1]] = given[3]
            else:
                _put(of.event, "", given)
        depth += 1

    def end(_name: str) -> None:
        nonlocal depth
        if depth:
            depth -= 1
        else:
            of.end_event()

    return start, end


def _put(into: dict[str, str], before: str, given: list[str]) -> None:
    """Keep an attribute under its key, when it has a value."""
    told = dict(zip(given[::2], given[1::2], strict=True))
    if "value" in told:
        into[before + told.get("key", "")] = told["value"]


def _local(name: str) -> str:
    return name.rpartition(":")[2]
