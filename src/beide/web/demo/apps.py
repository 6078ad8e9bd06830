from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "beide.web.demo"
    label = "demo"
