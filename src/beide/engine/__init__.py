"""Where tables are computed. The rest of Beide writes Ibis expressions and hands them over here."""

from beide.engine._choose import default, spark, temporary, using
from beide.engine._protocol import Engine, Row, Table

__all__ = ["Engine", "Row", "Table", "default", "spark", "temporary", "using"]
