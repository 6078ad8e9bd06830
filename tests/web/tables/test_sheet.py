"""A table in a spreadsheet: every brick and every link, and nothing that runs."""

import csv
import io

from django.utils.translation import override

from beide.web.evidence.sheets import as_csv
from beide.web.tables.reading import board
from beide.web.tables.sheet import sheet

TABLE = board(
    {
        "about": {"name": "Orders", "question": "When does it go well?"},
        "bricks": {
            "a": {"kind": "step", "label": "=1+1", "keep": True, "order": 1},
            "b": {"kind": "golden_moment", "label": "One hand", "on": "a", "text": "always"},
        },
        "links": {"l": {"from": "b", "to": "a", "kind": "part_of", "label": "here"}},
    }
)


def test_bricks_then_their_links() -> None:
    with override("en"):
        rows = list(sheet(TABLE).rows)
    assert rows == [
        ("=1+1", "step", "", "yes", "", "", ""),
        ("One hand", "golden moment", "=1+1", "", "", "", "always"),
        ("One hand", "", "", "", "part of", "=1+1", "here"),
    ]


def test_a_formula_does_not_run() -> None:
    with override("nl"):
        lines = list(csv.reader(io.StringIO(as_csv(sheet(TABLE)).content.decode("utf-8-sig"))))
    assert lines[0] == ["Orders"]
    assert lines[3][0] == "'=1+1"
