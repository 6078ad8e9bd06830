from django.apps import AppConfig


class TensionsConfig(AppConfig):
    name = "beide.web.tensions"
    label = "tensions"
