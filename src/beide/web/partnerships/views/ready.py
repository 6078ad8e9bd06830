"""Are we ready when a customer asks for partnership tomorrow? A conversation in ten questions."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.change import Origin
from beide.web.network.forms import StartForm
from beide.web.network.views.starting import begin
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.page.templatetags.beide_text import say
from beide.web.partnerships import access, actions
from beide.web.partnerships.content import Question, questions
from beide.web.partnerships.models import Reply
from beide.web.partnerships.readiness import picture
from beide.web.partnerships.ready_form import ReadyForm
from beide.web.tensions import actions as tensions
from beide.web.tensions.forms import NewTensionForm
from beide.web.wins.views.pages import form_page


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show the conversations that were held, and the ten questions."""
    found = access.conversations_of(request.membership.organisation)
    context = {"pictures": [picture(one) for one in found], "questions": questions()}
    return render(request, "partnerships/ready.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Hold the conversation."""
    here = request.membership.organisation
    form = ReadyForm(
        request.POST or None, organisation=here, initial={"team": request.membership.team_id}
    )
    if request.method == "POST" and form.is_valid():
        made = actions.talk(
            organisation=here,
            team=form.cleaned_data["team"],
            on=form.cleaned_data["on"],
            replies=form.replies(),
        )
        undo = reverse("partnerships:ready_withdraw", args=[organisation, made.pk])
        notices.done(request, _("What you found together is kept."), undo=undo)
        return redirect("partnerships:ready_detail", organisation, made.pk)
    return form_page(
        request,
        form,
        heading=_("Are we ready when a customer asks for partnership tomorrow?"),
        lead=_(
            "Talk about it as a team, about forty minutes. Choose what you find together, and "
            "write down what made you say so. There is no score."
        ),
        button=_("Keep what we found"),
        keep="partnerships-ready-new",
        back_url=reverse("partnerships:ready", args=[organisation]),
        back_text=_("Ready for partnership"),
    )


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show what is there, what is missing, and a first step for each."""
    conversation = access.access_conversation(membership=request.membership, pk=pk)
    return render(request, "partnerships/ready_detail.html", {"picture": picture(conversation)})


@require_http_methods(["GET", "HEAD", "POST"])
def tension(request: Request, organisation: str, pk: int, question: str) -> HttpResponse:
    """Bring in what is missing as a tension."""
    asked, reply = found(request, pk, question)
    words = f"{say(asked.missing)} {reply.words}".strip()
    form = NewTensionForm(
        request.POST or None, initial={"what": words, "origin": Origin.PARTNERSHIP}
    )
    if request.method == "POST" and form.is_valid():
        unsigned = form.cleaned_data.pop("unsigned")
        made = tensions.bring(
            organisation=request.membership.organisation,
            author=None if unsigned else request.membership,
            **form.cleaned_data,
        )
        notices.done(request, _("It is brought in as a tension."))
        return redirect("tensions:detail", organisation, made.pk)
    return form_page(
        request,
        form,
        heading=_("Bring it in as a tension"),
        lead=say(asked.text),
        button=_("Bring it in"),
        keep=f"partnerships-tension-{pk}-{question}",
        **to_conversation(organisation, pk),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def explore(request: Request, organisation: str, pk: int, question: str) -> HttpResponse:
    """Start exploring what is missing."""
    asked, reply = found(request, pk, question)
    form = StartForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={
            "question": say(asked.text),
            "about": f"{say(asked.missing)} {reply.words}".strip(),
            "form": "transition",
            "team": request.membership.team_id,
        },
    )
    if request.method == "POST" and form.is_valid():
        initiative = begin(request.membership, None, form.cleaned_data)
        notices.done(request, _("Started. The first thing to do: explore."))
        return redirect("network:detail", organisation, initiative.pk)
    return form_page(
        request,
        form,
        heading=_("Start exploring it"),
        lead=say(asked.step),
        button=_("Start exploring"),
        keep=f"partnerships-explore-{pk}-{question}",
        **to_conversation(organisation, pk),
    )


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a conversation off the pages."""
    conversation = access.access_conversation(membership=request.membership, pk=pk)
    actions.withdraw_conversation(conversation=conversation)
    undo = reverse("partnerships:ready_put_back", args=[organisation, pk])
    notices.done(request, _("The conversation is off the page."), undo=undo)
    return redirect("partnerships:ready", organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a conversation back."""
    conversation = access.access_conversation(membership=request.membership, pk=pk, withdrawn=True)
    actions.withdraw_conversation(conversation=conversation, withdrawn=False)
    notices.done(request, _("What you found together is kept."))
    return redirect("partnerships:ready_detail", organisation, pk)


def found(request: Request, pk: int, question: str) -> tuple[Question, Reply]:
    """Return a question with what a conversation said about it."""
    reply = access.access_reply(membership=request.membership, pk=pk, question=question)
    asked = next((each for each in questions() if each.key == reply.question), None)
    if asked is None:
        raise Http404
    return asked, reply


def to_conversation(organisation: str, pk: int) -> dict[str, str]:
    """Return the way back to a conversation."""
    return {
        "back_url": reverse("partnerships:ready_detail", args=[organisation, pk]),
        "back_text": _("What you found together"),
    }
