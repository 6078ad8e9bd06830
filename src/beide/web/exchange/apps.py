from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "beide.web.exchange"
    label = "exchange"
