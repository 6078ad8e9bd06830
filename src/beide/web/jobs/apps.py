from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "beide.web.jobs"
    label = "jobs"
