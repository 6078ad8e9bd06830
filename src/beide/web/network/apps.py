from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "beide.web.network"
    label = "network"
