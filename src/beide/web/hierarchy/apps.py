from django.apps import AppConfig


class HierarchyConfig(AppConfig):
    name = "beide.web.hierarchy"
    label = "hierarchy"
