"""What a host sees of event data: which logs there are, never what is in them."""

from django.contrib import admin
from django.http import HttpRequest

from beide.web.evidence.models import EventLog


@admin.register(EventLog)
class EventLogAdmin(admin.ModelAdmin[EventLog]):
    list_display = ("name", "organisation", "state", "generated", "added")
    list_filter = ("organisation", "state")
    fields = ("name", "organisation", "state", "generated", "added")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Logs are added where their purpose is asked."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        """Logs are removed where their files go too."""
        return False
