"""The only way to agreed ways of working. Outsiders get 404."""

from django.db.models import QuerySet
from django.http import Http404

from beide.web.organisation.models import Membership, Organisation
from beide.web.ways.models import AgreedWay, Way


def latest_of(organisation: Organisation | int) -> list[AgreedWay]:
    """Return the version that holds now of every way of working."""
    rows = (
        AgreedWay.objects.filter(way__organisation=organisation)
        .select_related("way__team")
        .order_by("way", "-number")
    )
    found: dict[int, AgreedWay] = {}
    for row in rows:
        found.setdefault(row.way_id, row)
    return sorted(found.values(), key=lambda each: (each.agreed_on, each.pk), reverse=True)


def versions_of(way: Way) -> QuerySet[AgreedWay]:
    """Return every version that stands, the latest first."""
    return AgreedWay.objects.filter(way=way).select_related("way__team").order_by("-number")


def access_version(
    *, membership: Membership, pk: int, number: int | None = None, taken_back: bool = False
) -> AgreedWay:
    """Return a version of a way of working of the member's organisation: the latest, or this."""
    found = (
        AgreedWay.everything.filter(
            way__organisation=membership.organisation_id,
            way=pk,
            taken_back__isnull=not taken_back,
        )
        .select_related("way__team")
        .order_by("-number")
    )
    version = (found if number is None else found.filter(number=number)).first()
    if version is None:
        raise Http404
    return version
