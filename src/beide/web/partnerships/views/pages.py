"""What pages about a partner share: a form with its way back, and the way to the partner."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from beide.web.organisation.requests import Request
from beide.web.partnerships.models import Partner
from beide.web.wins.views.pages import form_page


def partner_form(
    request: Request, form: forms.BaseForm, partner: Partner, **context: str
) -> HttpResponse:
    """Render a form about a partner."""
    back = reverse("partnerships:detail", args=[request.membership.organisation.slug, partner.pk])
    return form_page(request, form, back_url=back, back_text=partner.name, **context)


def to_partner(organisation: str, partner: Partner, part: str = "") -> HttpResponse:
    """Go to the page of a partner, at one of its parts."""
    return redirect(reverse("partnerships:detail", args=[organisation, partner.pk]) + part)
