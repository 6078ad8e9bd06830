from django.apps import AppConfig


class WaysConfig(AppConfig):
    name = "beide.web.ways"
    label = "ways"
