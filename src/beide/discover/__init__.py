"""When does it go well? Patterns that repeat, in an organisation's own cases.

>>> from beide import discover, log
>>> orders = log.open("orders.log")                                       # doctest: +SKIP
>>> found = discover.patterns(orders, good="lead_time <= 5d", by="type")  # doctest: +SKIP
>>> for pattern in found.patterns:                                        # doctest: +SKIP
...     print(pattern.text)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beide.discover._find import find
    from beide.discover._finding import Finding, Found
    from beide.discover._landmark import Landmark
    from beide.discover._link import Link, Links
    from beide.discover._links import connections, good_map
    from beide.discover._model import Cases, Feature, Known
    from beide.discover._patterns import patterns
    from beide.discover._result import Example, Part, Pattern, Patterns
    from beide.discover._sizes import Quarter, Size, e_value

_HOMES = {
    "_find": ("find",),
    "_finding": ("Finding", "Found"),
    "_landmark": ("Landmark",),
    "_link": ("Link", "Links"),
    "_links": ("connections", "good_map"),
    "_model": ("Cases", "Feature", "Known"),
    "_patterns": ("patterns",),
    "_result": ("Example", "Part", "Pattern", "Patterns"),
    "_sizes": ("Quarter", "Size", "e_value"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Cases",
    "Example",
    "Feature",
    "Finding",
    "Found",
    "Known",
    "Landmark",
    "Link",
    "Links",
    "Part",
    "Pattern",
    "Patterns",
    "Quarter",
    "Size",
    "connections",
    "e_value",
    "find",
    "good_map",
    "patterns",
]


def __getattr__(name: str) -> Any:
    """Fetch what needs numpy and the engine only when it is asked for."""
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"beide.discover.{_HOME[name]}"), name)
