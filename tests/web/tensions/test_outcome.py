"""What a team decided about a tension: kept, told on its page, and undone on its own day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from beide.change import Form
from beide.web.tensions import actions
from beide.web.tensions.models import Choice, Outcome, Shared, Sure, Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.tensions.made import bring, see_as


def decide(
    tension: Tension, form: Form | None = Form.RENEWAL, decided: str = "Zo doen we het."
) -> Outcome:
    return actions.record_outcome(
        tension=tension,
        form=form,
        sure=Sure.LIKELY,
        shared=Shared.WIDELY,
        decided=decided,
        first_step="Maandag bellen",
        who="team Intake",
        why="Het systeem kan het niet",
    )


@pytest.mark.parametrize("form", list(Form))
def test_a_form_is_a_choice_too(world: World, form: Form) -> None:
    tension = bring(world.mia)
    outcome = decide(tension, form)
    assert tension.form is form
    assert outcome.choice is not None
    assert outcome.choice.why == "Het systeem kan het niet"
    assert tension.outcome == outcome


def test_between_forms_leaves_the_choice_as_it_was(world: World) -> None:
    tension = bring(world.mia)
    see_as(tension, Form.TRANSITION)
    outcome = decide(tension, None)
    assert outcome.form_of_change is None
    assert tension.form is Form.TRANSITION


def test_it_is_told_in_both_languages(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    decide(tension, decided="Zo <b>doen</b> we het.")
    for language, said in (("nl", "Wat het team besloot"), ("en", "What the team decided")):
        client = signed_in(world.ben, language=language)
        page = client.get(f"/o/noord/tensions/{tension.pk}/").content.decode()
        assert said in page
        assert "Zo &lt;b&gt;doen&lt;/b&gt; we het." in page
        assert "Maandag bellen" in page


def test_earlier_outcomes_stay_to_read(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    first = decide(tension, decided="Eerst dit.")
    Outcome.objects.filter(pk=first.pk).update(on=timezone.localdate() - timedelta(days=9))
    decide(tension, decided="Toen dat.")
    page = signed_in(world.ben).get(f"/o/noord/tensions/{tension.pk}/").content.decode()
    assert (
        page.index("Toen dat.") < page.index("What was decided before") < page.index("Eerst dit.")
    )


def test_undo_takes_the_choice_along(world: World) -> None:
    tension = bring(world.mia)
    assert actions.undo_outcome(outcome=decide(tension))
    assert not Outcome.objects.exists()
    assert not Choice.objects.exists()


def test_only_the_latest_of_today_can_be_undone(world: World) -> None:
    tension = bring(world.mia)
    first, second = decide(tension), decide(tension)
    assert not actions.undo_outcome(outcome=first)
    second.on = timezone.localdate() - timedelta(days=1)
    second.save()
    assert not actions.undo_outcome(outcome=second)
    assert Outcome.objects.count() == 2


def test_the_page_leads_to_a_session_and_to_a_reflection_alone(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    page = signed_in(world.ben).get(f"/o/noord/tensions/{tension.pk}/").content.decode()
    assert f'href="/o/noord/sessions/new/?tension={tension.pk}"' in page
    assert 'href="/reflect/?about=Klanten%20vragen' in page
    assert f'action="/o/noord/tensions/{tension.pk}/choose/"' in page
