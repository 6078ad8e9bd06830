from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "beide.web.evidence"
    label = "evidence"
