from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "beide.web.organisation"
    label = "organisation"

    def ready(self) -> None:
        """Nobody can delete their account while an organisation has no other administrator."""
        from beide.web.accounts import leaving
        from beide.web.organisation.access import administered_alone_by

        if administered_alone_by not in leaving.needs:
            leaving.needs.append(administered_alone_by)
