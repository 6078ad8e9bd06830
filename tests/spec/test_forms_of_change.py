"""
From a tension to a form of change
==================================

At a supplier of care aids somebody says: "A customer asked whether we could help her get to her
granddaughter's swimming lessons. We only deliver wheelchairs." That is a tension. What to do with
it depends on what changes, and two plain questions are enough to find out:

1. Does how we work change? Systems, processes, structures: the *configuration*.
2. Does how we think change? Assumptions, values, what we are here for: the *paradigm*.

The two answers give one of four forms. The form decides the mode that carries it, the rhythm it is
carried in, and what it asks of people. The tests below walk that road.
"""

from beide.change import Form, Mode, content


def test_how_we_think_changes_while_how_we_work_stays_for_now() -> None:
    """
    The wheelchair is still ordered, fitted and delivered in the same steps. But "deliver a
    wheelchair" is no longer what good work means; "be able to go where you want" is. That is a
    transition.
    """
    form = Form.of(configuration_changes=False, paradigm_shifts=True)

    assert form is Form.TRANSITION
    assert content().forms[form].name.nl == "transitie"


def test_a_transition_is_carried_by_the_network() -> None:
    """
    Nobody can plan a new way of thinking, so a transition belongs in the network. There people
    explore, discover and learn, and then begin again.
    """
    form = Form.TRANSITION

    assert form.mode is Mode.NETWORK
    assert [str(stage) for stage in form.rhythm.stages] == ["explore", "discover", "learn"]


def test_delivering_faster_is_an_improvement_and_stays_in_the_hierarchy() -> None:
    """
    Another team says: "Customers wait six days for the same wheelchair." Nothing has to be thought
    anew and no system has to go. The hierarchy analyses, plans and executes.
    """
    form = Form.of(configuration_changes=False, paradigm_shifts=False)

    assert form is Form.IMPROVEMENT
    assert form.mode is Mode.HIERARCHY
    assert [str(stage) for stage in form.rhythm.stages] == ["analyse", "plan", "execute"]


def test_a_new_planning_system_is_a_renewal_and_a_new_service_an_innovation() -> None:
    """
    A new planning system changes how people work, and not what they work for. A service that
    brings people to swimming lessons changes both.
    """
    new_system = Form.of(configuration_changes=True, paradigm_shifts=False)
    new_service = Form.of(configuration_changes=True, paradigm_shifts=True)

    assert (new_system, new_system.mode) == (Form.RENEWAL, Mode.HIERARCHY)
    assert (new_service, new_service.mode) == (Form.INNOVATION, Mode.NETWORK)


def test_every_form_says_what_it_asks() -> None:
    """
    Choosing a form opens what it asks: who belongs at the table, what leaders do and stop doing,
    what must stay safe meanwhile, a first step within two weeks, and three questions to take along.
    """
    asks = content().forms[Form.TRANSITION].asks

    assert len(asks.questions) == 3
    assert any(asked.en.startswith("Stop asking for a plan") for asked in asks.leaders_stop)
    assert "within two weeks" in asks.first_step.en
    assert "binnen twee weken" in asks.first_step.nl


def test_an_organisation_can_say_it_in_its_own_words() -> None:
    """
    The texts are a beginning. An organisation may replace any of them, in both languages at once;
    what it does not replace stays.
    """
    override = {"forms": {"transition": {"name": {"nl": "anders kijken", "en": "seeing anew"}}}}

    ours = content(override).forms[Form.TRANSITION]

    assert ours.name.in_language("nl") == "anders kijken"
    assert ours.in_short == content().forms[Form.TRANSITION].in_short
