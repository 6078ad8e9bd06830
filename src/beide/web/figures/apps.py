from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "beide.web.figures"
    label = "figures"
