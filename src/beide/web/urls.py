"""Every address, by room."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

admin.site.site_header = settings.ADMIN_TITLE
admin.site.site_title = "Beide"

urlpatterns = [
    path("", include("beide.web.page.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("accounts/", include("beide.web.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("reflect/", include("beide.web.reflections.urls")),
    path("s/", include("beide.web.team_sessions.phone_urls")),
    path("", include("beide.web.organisation.urls")),
    path("o/<slug:organisation>/", include("beide.web.exchange.urls")),
    path("o/<slug:organisation>/sessions/", include("beide.web.team_sessions.urls")),
    path("o/<slug:organisation>/tensions/", include("beide.web.tensions.urls")),
    path("o/<slug:organisation>/hierarchy/", include("beide.web.hierarchy.urls")),
    path("o/<slug:organisation>/network/", include("beide.web.network.urls")),
    path("o/<slug:organisation>/room/", include("beide.web.room.urls")),
    path("o/<slug:organisation>/evidence/", include("beide.web.evidence.urls")),
    path("o/<slug:organisation>/patterns/", include("beide.web.patterns.urls")),
    path("o/<slug:organisation>/effects/", include("beide.web.effects.urls")),
    path("o/<slug:organisation>/ways/", include("beide.web.ways.urls")),
    path("o/<slug:organisation>/tables/", include("beide.web.tables.urls")),
    path(
        "o/<slug:host>/guest/tables/",
        include("beide.web.tables.guest_urls", namespace="guest_tables"),
    ),
    path("o/<slug:organisation>/", include("beide.web.wins.urls")),
    path("", include("beide.web.partnerships.urls")),
]
