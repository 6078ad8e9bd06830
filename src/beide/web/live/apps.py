from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "beide.web.live"
    label = "live"
