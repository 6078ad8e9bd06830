"""The demo's partners, its guests from outside, and two conversations about readiness."""

from typing import Any

from django.contrib.auth.hashers import make_password

from beide.demo.sign_in import PASSWORD
from beide.web.accounts.models import Person
from beide.web.demo.cast import Cast, backdate, day
from beide.web.demo.written import said, written
from beide.web.organisation.models import Organisation
from beide.web.partnerships import actions, guest_actions
from beide.web.partnerships.models import Partner, Stage


def make(cast: Cast) -> None:
    """Meet the partners, let guests in, and hold the conversations."""
    told = written("partnerships.toml")
    partners = {each["key"]: partner(cast, each) for each in told["partners"]}
    # Hashing is slow on purpose; everyone knows this password, so once is enough.
    password = make_password(PASSWORD)
    for each in told["guests"]:
        guest(cast, each, partners[each["partner"]], password=password)
    for each in told["readiness"]:
        talk(cast, each)


def partner(cast: Cast, told: dict[str, Any]) -> Partner:
    """Write down one partner, with the way the relation went."""
    made = actions.meet(
        organisation=cast.organisation,
        name=said(cast, told["name"]),
        kind=told["kind"],
        they_learn=said(cast, told["they"]),
        we_learn=said(cast, told["we"]),
        contact=said(cast, told.get("contact")),
        since=day(told["since"]),
    )
    for step in told["steps"]:
        on, why = day(step["days_ago"]), said(cast, step)
        actions.step(partner=made, stage=Stage(step["to"]), why=why, on=on)
    for key in told["experiments"]:
        actions.try_together(partner=made, experiment=cast.experiments[key])
    for meeting in told["meetings"]:
        actions.note_meeting(partner=made, on=day(meeting["days_ago"]), said=said(cast, meeting))
    return made


def guest(cast: Cast, told: dict[str, Any], partner: Partner, *, password: str) -> None:
    """Let one guest in; those with a name came in, and wrote what they saw."""
    address = f"{told['mail']}@partner.{cast.slug}.example"
    made, _token = guest_actions.invite(
        initiative=cast.initiatives[told["initiative"]],
        email=address,
        until=day(-told["days_left"]),
        partner=partner,
    )
    backdate(made, invited=day(told["invited"]))
    if "name" in told:
        person = Person.objects.create(email=address, password=password, name=told["name"])
        guest_actions.come_in(guest=made, person=person)
    for seen in told["saw"]:
        backdate(guest_actions.say(guest=made, words=said(cast, seen)), on=day(seen["days_ago"]))


def talk(cast: Cast, told: dict[str, Any]) -> None:
    """Hold one conversation about readiness."""
    words = {each["on"]: said(cast, each) for each in told["words"]}
    actions.talk(
        organisation=cast.organisation,
        team=cast.teams[told["team"]],
        on=day(told["days_ago"]),
        replies={key: (ready, words.get(key, "")) for key, ready in told["said"].items()},
    )


def remove(organisation: Organisation) -> None:
    """Remove the guests' accounts, which exist nowhere else."""
    Person.objects.filter(guest_places__organisation=organisation, memberships=None).delete()
