from django.urls import path

from beide.web.page import views

app_name = "page"
urlpatterns = [
    path("", views.front, name="front"),
    path("health/", views.health, name="health"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
