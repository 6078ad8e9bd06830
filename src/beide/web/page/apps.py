from django.apps import AppConfig


class PageConfig(AppConfig):
    name = "beide.web.page"
    label = "page"
