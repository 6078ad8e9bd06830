from django.apps import AppConfig


class TablesConfig(AppConfig):
    name = "beide.web.tables"
    label = "tables"
