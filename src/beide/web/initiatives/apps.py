from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "beide.web.initiatives"
    label = "initiatives"
