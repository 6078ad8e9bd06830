"""How many people a team has, so that small groups stay hidden."""

from django.db.models import Count

from beide.web.organisation.models import Organisation, Team

Row = tuple[int, int | None, int | None, int]


def sizes(organisation: Organisation) -> dict[int, int]:
    """Return by team's key how many people it surely has, those in teams under it included.

    What an organisation says itself counts before the number of accounts. Whether a team's own
    number includes the teams under it is not known, so the larger of both is taken, not their sum.
    """
    rows: list[Row] = list(
        Team.objects.filter(organisation=organisation)
        .annotate(members=Count("memberships"))
        .values_list("pk", "parent", "people", "members")
    )
    children: dict[int | None, list[Row]] = {}
    for row in rows:
        children.setdefault(row[1], []).append(row)

    def size(row: Row) -> int:
        key, _parent, people, members = row
        own = members if people is None else people
        return max(own, sum(size(child) for child in children.get(key, [])))

    return {row[0]: size(row) for row in rows}


def small(organisation: Organisation) -> set[int]:
    """Return the keys of the teams with fewer people than the organisation shows."""
    found = sizes(organisation)
    return {team for team, people in found.items() if people < organisation.threshold}
