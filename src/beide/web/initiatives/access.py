"""The only way to an organisation's initiatives. Outsiders get 404."""

from django.db.models import QuerySet
from django.http import Http404

from beide.change import Form, Mode
from beide.web.evidence.models import Promise
from beide.web.initiatives.models import Happening, Initiative
from beide.web.organisation.models import Membership


def forms_of(mode: Mode) -> list[str]:
    """Return the forms that belong to a mode."""
    return [form.value for form in Form if form.mode is mode]


def initiatives_of(*, organisation: int, mode: Mode | None = None) -> QuerySet[Initiative]:
    """Return the initiatives of an organisation, in one mode or both."""
    found = Initiative.objects.filter(organisation=organisation).select_related("team", "promise")
    return found.filter(form__in=forms_of(mode)) if mode else found


def access_initiative(*, membership: Membership, pk: int, mode: Mode) -> Initiative:
    """Return an initiative of the member's organisation, in this mode."""
    found = (
        initiatives_of(organisation=membership.organisation_id, mode=mode)
        .select_related("tension", "team", "promise")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def access_happening(*, initiative: Initiative, pk: int) -> Happening:
    """Return something that happened to this initiative."""
    found = initiative.happenings.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def promises_of(organisation: int) -> QuerySet[Promise]:
    """Return the promises an initiative can serve."""
    return Promise.objects.filter(organisation=organisation)
