"""The only way to a build table, for members and for guests of its initiative. Others get 404."""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from beide.web.organisation.models import Membership, Organisation
from beide.web.organisation.permissions import WORKING
from beide.web.partnerships.access import is_guest
from beide.web.tables.models import Deed, Photo, Table, Version

Account = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, slots=True)
class Place:
    """Someone's place at a table: a member's, or a guest's when there is no membership."""

    table: Table
    membership: Membership | None = None

    @property
    def organisation(self) -> Organisation:
        """The organisation that the table belongs to."""
        return self.table.organisation

    @property
    def member(self) -> Membership:
        """The membership, for what only members do; guests find nothing there."""
        if self.membership is None:
            raise Http404
        return self.membership

    def url(self, name: str, *keys: object) -> str:
        """Return an address at this table, through the door by which one came in."""
        door = "tables" if self.membership else "guest_tables"
        arguments = [self.organisation.slug, self.table.pk, *keys]
        return reverse(f"tables:{name}", args=arguments, current_app=door)


def tables_of(organisation: Organisation | int) -> QuerySet[Table]:
    """Return the tables of an organisation, the newest first."""
    return Table.objects.filter(organisation=organisation).select_related("team", "initiative")


def for_account(*, account: Account, slug: str, pk: int, removed: bool = False) -> Place:
    """Return someone's place at a table: a member's, or a guest's while they are let in."""
    table = (
        Table.everything.filter(organisation__slug=slug, pk=pk, removed__isnull=not removed)
        .select_related("organisation", "team", "initiative", "way")
        .first()
    )
    if table is None or not account.is_authenticated:
        raise Http404
    membership = (
        Membership.objects.filter(person=account.pk, organisation=table.organisation_id)
        .select_related("organisation", "team", "person")
        .prefetch_related("grants")
        .first()
    )
    if membership is not None and membership.has(*WORKING):
        return Place(table=table, membership=membership)
    if membership is None and table.initiative and is_guest(account, table.initiative):
        return Place(table=table)
    raise Http404


def versions_of(table: Table) -> QuerySet[Version]:
    """Return the versions that were kept of a table, the newest first."""
    return Version.objects.filter(table=table).defer("data")


def access_version(*, table: Table, pk: int) -> Version:
    """Return a version of this table."""
    found = Version.objects.filter(table=table, pk=pk).first()
    if found is None:
        raise Http404
    return found


def access_photo(*, table: Table, key: str) -> Photo:
    """Return a photo of this table."""
    found = Photo.objects.filter(table=table, key=key).first()
    if found is None:
        raise Http404
    return found


def last_deed(*, table: Table, hand: str) -> Deed | None:
    """Return the last thing that someone did here and that is not undone."""
    return Deed.objects.filter(table=table, hand=hand, undone=False).first() if hand else None
