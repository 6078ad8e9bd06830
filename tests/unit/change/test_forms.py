"""A form follows from two answers, and everything else follows from the form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.change import Form, Mode


@given(configuration=st.booleans(), paradigm=st.booleans())
def test_a_form_gives_back_the_answers_it_was_made_from(
    configuration: bool, paradigm: bool
) -> None:
    form = Form.of(configuration_changes=configuration, paradigm_shifts=paradigm)

    assert (form.configuration_changes, form.paradigm_shifts) == (configuration, paradigm)


@given(form=st.sampled_from(Form))
def test_every_form_is_the_only_one_with_its_answers(form: Form) -> None:
    assert (
        Form.of(
            configuration_changes=form.configuration_changes, paradigm_shifts=form.paradigm_shifts
        )
        is form
    )


@pytest.mark.parametrize(
    ("configuration", "paradigm", "form", "mode"),
    [
        (False, False, Form.IMPROVEMENT, Mode.HIERARCHY),
        (True, False, Form.RENEWAL, Mode.HIERARCHY),
        (False, True, Form.TRANSITION, Mode.NETWORK),
        (True, True, Form.INNOVATION, Mode.NETWORK),
    ],
)
def test_the_two_answers_decide_the_form_and_its_mode(
    configuration: bool, paradigm: bool, form: Form, mode: Mode
) -> None:
    found = Form.of(configuration_changes=configuration, paradigm_shifts=paradigm)

    assert found is form
    assert found.mode is mode


def test_a_form_is_written_as_its_english_name() -> None:
    assert [str(form) for form in Form] == ["improvement", "renewal", "transition", "innovation"]
    assert Form("transition") is Form.TRANSITION
