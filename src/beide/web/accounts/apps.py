from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "beide.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Connect what must not be stored."""
        from beide.web.accounts import privacy

        privacy.connect()
