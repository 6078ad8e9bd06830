from django.apps import AppConfig
from django.core.checks import register


class ReflectionsConfig(AppConfig):
    name = "beide.web.reflections"
    label = "reflections"

    def ready(self) -> None:
        """Keep the holder's secret out of every log line, and see that statements are whole."""
        from beide.web.reflections.checks import check_bank
        from beide.web.reflections.quiet import keep_quiet

        keep_quiet()
        register(check_bank)
