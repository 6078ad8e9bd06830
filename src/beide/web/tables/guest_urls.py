"""The tables that a guest from outside may build on: the same views, through their own door."""

from django.urls import include, path

from beide.web.tables.urls import shared_patterns

app_name = "tables"
urlpatterns = [path("<int:pk>/", include(shared_patterns))]
