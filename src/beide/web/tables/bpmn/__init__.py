"""A table as BPMN 2.0, and BPMN 2.0 as a table.

What BPMN has no element for, such as a golden moment, is drawn as an annotation. Every element
carries what Beide knows of it in an extension of its own, so that a table comes back as it was.
"""

from beide.web.tables.bpmn.reading import Read, from_bpmn
from beide.web.tables.bpmn.writing import to_bpmn

__all__ = ["Read", "from_bpmn", "to_bpmn"]
