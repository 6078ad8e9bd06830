from django.apps import AppConfig


class ReflectionsConfig(AppConfig):
    name = "beide.web.reflections"
    label = "reflections"

    def ready(self) -> None:
        """Keep the holder's secret out of every log line."""
        from beide.web.reflections.quiet import keep_quiet

        keep_quiet()
