"""An organisation's settings, taking everything along, and erasing it."""

import tempfile

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from beide.web.organisation import actions
from beide.web.organisation.erasing import erase as erase_all
from beide.web.organisation.export import export as write_export
from beide.web.organisation.forms import EraseForm, SettingsForm
from beide.web.organisation.models import Organisation
from beide.web.organisation.requests import Request
from beide.web.organisation.views.given import given, undo_with
from beide.web.page import notices

LARGEST_IN_MEMORY = 20_000_000


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: Request, organisation: str) -> HttpResponse:
    """Change the name, and raise the smallest group that is shown."""
    here = request.membership.organisation
    before = {"name": here.name, "threshold": here.threshold}
    stored = Organisation.objects.get(pk=here.pk)
    form = SettingsForm(given(request) if request.method == "POST" else None, instance=stored)
    if request.method == "POST" and form.is_valid():
        actions.change(organisation=here, **form.cleaned_data)
        address = reverse("organisation:settings", args=[organisation])
        can_undo = before["threshold"] == here.threshold and before["name"] != here.name
        undo = undo_with(address, before) if can_undo else ""
        notices.done(request, gettext("The settings are saved."), undo=undo)
        return redirect(address)
    return render(request, "organisation/settings.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: Request, organisation: str) -> HttpResponseBase:  # noqa: ARG001
    """Say what is in the export, and give it."""
    here = request.membership.organisation
    if request.method != "POST":
        return render(request, "organisation/export.html")
    file = tempfile.SpooledTemporaryFile(max_size=LARGEST_IN_MEMORY)  # noqa: SIM115 - the response closes it
    write_export(here, file)
    file.seek(0)
    name = f"{here.slug}-{timezone.localdate().isoformat()}.zip"
    return FileResponse(file, as_attachment=True, filename=name)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Erase the organisation once its name was typed."""
    here = request.membership.organisation
    form = EraseForm(request.POST or None, organisation=here)
    if request.method == "POST" and form.is_valid():
        name = here.name
        erase_all(organisation=here)
        text = gettext("%(name)s is erased, with everything in it.")
        notices.done(request, text % {"name": name})
        return redirect("organisation:mine")
    return render(request, "organisation/erase.html", {"form": form})
