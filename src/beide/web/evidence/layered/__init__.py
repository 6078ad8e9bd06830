"""A layered drawing of what follows what: boxes in rows, arrows down, few crossings.

After Sugiyama: arrows that go back are turned round, boxes get a row, long arrows a place in every
row that they pass, rows are put in an order with few crossings, and everything gets a place.
"""

from beide.web.evidence.layered.draw import Arc, Layout, Line, Spot, layout

__all__ = ["Arc", "Layout", "Line", "Spot", "layout"]
