from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "beide.web.partnerships"
    label = "partnerships"
