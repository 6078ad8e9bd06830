"""People and free text stay out of a log: roles in their place, and a report of what was kept.

>>> from beide import log
>>> orders = log.read(                                             # doctest: +SKIP
...     "orders.xes.gz", roles=log.privacy.FoundRoles(), into="orders.log"
... )
>>> print(log.privacy.report(orders).text.nl)                      # doctest: +SKIP
"""

from beide.log.privacy._discard import discard
from beide.log.privacy._kept import Kept, Report, report
from beide.log.privacy._roles import LEAST, FoundRoles, ListedRoles, Roles

__all__ = [
    "LEAST",
    "FoundRoles",
    "Kept",
    "ListedRoles",
    "Report",
    "Roles",
    "discard",
    "report",
]
