"""What makes Beide read an effect, or plan one, by itself."""

from collections.abc import Collection

from django.db.models.signals import post_save
from django.dispatch import receiver

from beide.change import Mode, Stage
from beide.web.effects import actions
from beide.web.evidence.models import Promise
from beide.web.initiatives.models import Initiative


@receiver(post_save, sender=Promise)
def read_again(
    instance: Promise, update_fields: Collection[str] | None = None, **_: object
) -> None:
    """Read the effects on a promise again once its data were."""
    if update_fields and "computed" in update_fields:
        actions.read_promise(promise=instance)


@receiver(post_save, sender=Initiative)
def plan_when_carried_out(
    instance: Initiative, update_fields: Collection[str] | None = None, **_: object
) -> None:
    """Plan the effect of what is carried out or held in the hierarchy; not when that is undone."""
    if not update_fields or "stage" not in update_fields or instance.mode is not Mode.HIERARCHY:
        return
    if instance.stage not in {Stage.ANALYSE, Stage.PLAN}:
        actions.plan_by_itself(initiative=instance)
        return
    for plan in instance.plans.filter(automatic=True, title=""):
        actions.drop(plan=plan)
