from django.apps import AppConfig


class PatternsConfig(AppConfig):
    name = "beide.web.patterns"
    label = "patterns"
