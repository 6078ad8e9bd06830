"""What a host sees of people: no log-in times, no sessions, no secrets."""

# Imported so that they have registered what is replaced below, in whatever order apps load.
import allauth.mfa.admin
import allauth.usersessions.admin  # noqa: F401
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin

from beide.web.accounts.models import Person

admin.site.unregister([Authenticator, UserSession])


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin[Person]):
    list_display = ("email", "name", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email", "name")
    fields = ("email", "name", "is_active", "is_staff", "is_superuser")


@admin.register(Authenticator)
class SecondStepAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """For when someone lost their phone: a host can only take the second step away."""

    list_display = ("user", "type")
    search_fields = ("user__email", "user__name")
    fields = readonly_fields = ("user", "type")

    def has_add_permission(self, _request: object) -> bool:
        """People set up their own second step."""
        return False
