"""Forms are written with labels above, help before the answer, and errors that are tied to it."""

from django import forms

TEAMS = [("intake", "Intake"), ("planning", "Planning")]


class Asked(forms.Form):
    tension = forms.CharField(label="What does not fit?", help_text="One or two sentences.")
    until = forms.DateField(label="Until", required=False)
    team = forms.ChoiceField(label="Team", choices=TEAMS, widget=forms.RadioSelect)
    unsigned = forms.BooleanField(label="Without my name", required=False)


def test_help_is_tied_to_the_answer() -> None:
    html = str(Asked())
    assert 'aria-describedby="id_tension_helptext"' in html
    assert 'id="id_tension_helptext"' in html
    assert html.index("One or two sentences.") < html.index('name="tension"')


def test_what_may_stay_empty_says_so() -> None:
    html = str(Asked())
    assert html.count("field__optional") == 1


def test_choices_are_one_group_with_a_legend() -> None:
    html = str(Asked())
    assert html.count("<fieldset") == 1
    assert html.index("<legend") < html.index('value="intake"')


def test_an_error_stands_at_its_field_and_leads_there_from_the_top() -> None:
    html = str(Asked({}))
    assert 'aria-describedby="id_tension_helptext id_tension_error"' in html
    assert 'id="id_tension_error"' in html
    assert 'href="#id_tension"' in html
    assert 'href="#id_team_0"' in html
    assert 'id="id_team_0"' in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert "error-summary" not in str(Asked())
