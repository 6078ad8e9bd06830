from django.apps import AppConfig


class WinsConfig(AppConfig):
    name = "beide.web.wins"
    label = "wins"
