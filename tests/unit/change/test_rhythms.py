"""Each mode has a rhythm of its own."""

from beide.change import Form, Mode, Stage, content


def test_the_hierarchy_analyses_plans_and_executes() -> None:
    assert Mode.HIERARCHY.rhythm.stages == (Stage.ANALYSE, Stage.PLAN, Stage.EXECUTE)


def test_the_network_explores_discovers_and_learns() -> None:
    assert Mode.NETWORK.rhythm.stages == (Stage.EXPLORE, Stage.DISCOVER, Stage.LEARN)


def test_every_stage_belongs_to_exactly_one_rhythm() -> None:
    stages = [stage for mode in Mode for stage in mode.rhythm.stages]

    assert sorted(stages) == sorted(Stage)


def test_a_form_works_in_the_rhythm_of_its_mode() -> None:
    assert Form.RENEWAL.rhythm == Mode.HIERARCHY.rhythm
    assert Form.INNOVATION.rhythm == Mode.NETWORK.rhythm
    assert Form.RENEWAL.rhythm.name != Form.INNOVATION.rhythm.name


def test_the_texts_tell_the_stages_in_the_order_of_the_rhythm() -> None:
    for mode, text in content().modes.items():
        assert tuple(stage.key for stage in text.stages) == mode.rhythm.stages


def test_a_stage_is_found_whichever_mode_it_belongs_to() -> None:
    assert {content().stage(stage).name.en for stage in Stage} == {str(stage) for stage in Stage}
