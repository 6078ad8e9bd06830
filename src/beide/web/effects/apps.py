from django.apps import AppConfig


class EffectsConfig(AppConfig):
    name = "beide.web.effects"
    label = "effects"

    def ready(self) -> None:
        """Read effects again whenever the data of a promise were."""
        from beide.web.effects import refreshed  # noqa: F401 - needs the models
