"""A column of roles whose values are people after all."""

from beide.engine import Engine
from beide.errors import PersonColumn
from beide.log.privacy._values import counted, named
from beide.log.readers._source import Source


def refuse_people(engine: Engine, source: Source) -> None:
    """Raise ``PersonColumn`` when the values of a source's role are people.

    A team may have one mailbox: only when half of the different values are names or addresses, or
    most are telephone numbers, are they people.
    """
    import ibis

    column = source.columns.role
    if column is None or not source.parts:
        return
    raw = engine.read_parquet(source.parts)
    roles = raw.filter(raw[source.fields[column]].notnull())
    values = roles.group_by(value=roles[source.fields[column]]).aggregate(n=roles.count())
    seen = counted(engine, values.mutate(field=ibis.literal(column)), {})
    if column in seen and named(seen[column]):
        raise PersonColumn(file=source.name, column=column)
