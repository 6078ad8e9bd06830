"""What is kept of a table: its versions, its photo, and the table itself."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.errors import InputError
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.page.templatetags.beide_text import say
from beide.web.tables import access, actions, document, outline, photos
from beide.web.tables.access import Place
from beide.web.tables.forms import AboutForm, PhotoForm, VersionForm
from beide.web.tables.views import doors


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def history(request: Request, place: Place) -> HttpResponse:
    """Show the versions, and keep the table as it is now under a name."""
    form = VersionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.name_version(table=place.table, name=form.cleaned_data["name"])
        notices.done(request, _("This version is kept."))
        return redirect(place.url("history"))
    versions = list(access.versions_of(place.table)[:100])
    return doors.page(request, place, "history", form=form, versions=versions)


@require_safe
@doors.at_table
def version(request: Request, place: Place, version: int) -> HttpResponse:
    """Show the table as it was."""
    found = access.access_version(table=place.table, pk=version)
    told = outline.told(document.to_plain(document.from_state(bytes(found.data))))
    return doors.page(request, place, "version", version=found, told=told)


@require_POST
@doors.at_table
def restore(request: Request, place: Place, version: int) -> HttpResponse:
    """Bring a version back."""
    found = access.access_version(table=place.table, pk=version)
    return doors.done(
        request,
        place,
        lambda: actions.restore(table=place.table, hand=doors.hand_of(request), version=found),
        _("The table is as it was then. What was on it since, stays in the history."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def photo(request: Request, place: Place) -> HttpResponse:
    """Lay a photo of a real build under the bricks."""
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = photos.keep(table=place.table, file=form.cleaned_data["photo"])
        except InputError as wrong:
            form.add_error("photo", say(wrong.text))
        else:
            hand = doors.hand_of(request)
            said = _("The photo lies under the bricks.")
            return doors.done(
                request,
                place,
                lambda: actions.show_photo(table=place.table, hand=hand, photo=kept),
                said,
            )
    shown = doors.read(place).about.photo
    return doors.page(request, place, "photo", form=form, shown=shown)


@require_POST
@doors.at_table
def photo_away(request: Request, place: Place) -> HttpResponse:
    """Take the photo away."""
    hand = doors.hand_of(request)
    return doors.done(
        request,
        place,
        lambda: actions.show_photo(table=place.table, hand=hand, photo=None),
        _("The photo is taken away."),
    )


@require_safe
@doors.at_table
def photo_file(request: Request, place: Place, photo: str) -> HttpResponse:  # noqa: ARG001
    """Give the photo itself."""
    found = access.access_photo(table=place.table, key=photo)
    with found.file.open("rb") as file:
        answer = HttpResponse(file.read(), content_type="image/jpeg")
    answer["Cache-Control"] = "private, max-age=86400"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def change(request: Request, place: Place) -> HttpResponse:
    """Change what a table is called, what it asks, and what it belongs to."""
    table, member = place.table, place.member
    form = AboutForm(
        request.POST or None,
        organisation=member.organisation,
        initial={
            "name": table.name,
            "question": doors.read(place).about.question,
            "team": table.team_id,
            "initiative": table.initiative_id,
        },
    )
    if request.method == "POST" and form.is_valid():
        actions.change(table=table, hand=doors.hand_of(request), **form.cleaned_data)
        notices.done(request, _("Saved."))
        return redirect(place.url("table"))
    return doors.page(request, place, "change", form=form)


@require_POST
@doors.at_table
def remove(request: Request, place: Place) -> HttpResponse:
    """Take the whole table away."""
    slug = place.member.organisation.slug
    actions.remove(table=place.table)
    undo = reverse("tables:put_back", args=[slug, place.table.pk])
    notices.done(request, _("The table is taken away."), undo=undo)
    return redirect("tables:list", slug)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a table back."""
    place = access.for_account(account=request.user, slug=organisation, pk=pk, removed=True)
    actions.put_back(table=place.table)
    notices.done(request, _("The table is back."))
    return redirect(place.url("table"))
