"""The stages of the hierarchy: its rhythm, and then holding."""

from beide.change import Form, Mode

HELD = "held"
RHYTHM = tuple(stage.value for stage in Mode.HIERARCHY.rhythm.stages)
STAGES = (*RHYTHM, HELD)
FORMS = tuple(form for form in Form if form.mode is Mode.HIERARCHY)
