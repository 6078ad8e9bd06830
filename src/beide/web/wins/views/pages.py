"""A page with one form: a heading, a way back, and what the button does."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(request: HttpRequest, form: forms.BaseForm, **context: Any) -> HttpResponse:
    """Render a form; 422 when something in it is not right."""
    status = 422 if form.is_bound else 200
    return render(request, "wins/form.html", {"form": form, **context}, status=status)
