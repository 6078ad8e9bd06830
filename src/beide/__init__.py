"""Beide: a dual operating system for service organisations.

Nothing heavy is imported here; take what you need from the rooms, for example
``from beide import log`` or ``from beide.change import Form``.
"""

__version__ = "0.1.0"
