from django.urls import path

from beide.web.accounts import outward, views

app_name = "accounts"
urlpatterns = [
    path("", views.hub, name="hub"),
    path("name/", views.name, name="name"),
    path("oidc/<str:provider_id>/login/", outward.go_on, name="go_on"),
    path("delete/", views.delete, name="delete"),
]
