"""Small good files, from which broken ones are made."""

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.unit.log.data import event, xes
from tests.unit.log.made_ocel import ALWAYS, Made, write

_OCEL = Made(
    objects=[
        ("o1", "o", {"size": [(ALWAYS, 1.5), ("2024-01-02T00:00:00Z", 2.5)]}),
        ("p1", "p", {}),
    ],
    events=[
        ("e1", "ask", "2024-01-01T10:00:00Z", {"kind": "a & b", "count": 3}, ["o1", "p1"]),
        ("e2", "do", "2024-01-03T10:00:00+01:00", {"urgent": True}, ["o1"]),
    ],
    kinds={"o": {"size": "float"}, "ask": {"kind": "string", "count": "integer"},
           "do": {"urgent": "boolean"}},
)  # fmt: skip
_XES = xes(
    {
        "a": [
            event("one", "2024-01-01T10:00:00Z", **{"lifecycle:transition": "start"}),
            event("two", "2024-01-02T10:00:00+01:00", **{"org:resource": "r", "x": "1"}),
        ],
        "b": [event("one", "2024-01-01")],
    }
)
_CSV = (
    "case,activity,time,cost\n"
    'a,one,2024-01-01 10:00,"1,5"\n'
    '"b\nb",two,31/01/2024 10:00:00,\n'
    "c;d,?,2024-01-01T10:00:00Z,7\n"
)
_ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
_QUERIES = (
    "SELECT * FROM steps",
    "WITH n AS (SELECT 'a''b' AS \"into\") SELECT * FROM n;",
    "SELECT replace(a, $x$;$x$, '--') FROM steps LIMIT 5",
    "SELECT 1 /* x */",
    "DELETE FROM steps",
)
_ADDRESSES = ("@db:5432/shop?sslmode=require&timeout=60", "/x@db/shop", "@[::1]/shop#x", "@/d")


@cache
def seeds() -> Mapping[str, list[bytes]]:
    """Return for each target the bytes to begin with."""
    with tempfile.TemporaryDirectory() as folder:
        ocel = {
            form: write(_OCEL, Path(folder) / f"made.{form}").read_bytes()
            for form in ("json", "xml", "sqlite")
        }
    return {
        "csv": [_CSV.encode(each) for each in ("utf-8", *_ENCODINGS)],
        "xes": [_XES.encode(), _XES.replace("\n", "").replace('"', "'").encode()],
        "ocel_json": [ocel["json"]],
        "ocel_xml": [ocel["xml"]],
        "ocel_sqlite": [ocel["sqlite"]],
        "log": [
            b"\0" + _CSV.replace("31/01/2024 10:00:00", "2024-01-31 10:00").encode(),
            b"\x05" + _XES.encode(),
            b"\x0a" + ocel["json"],
            b"\x03" + ocel["xml"],
        ],
        "query": [each.encode() for each in _QUERIES],
        "address": [each.encode() for each in _ADDRESSES],
        "name": [b'a"b`c', "één".encode()],
    }
