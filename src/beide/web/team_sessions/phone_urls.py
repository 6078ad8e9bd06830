from django.urls import URLPattern

app_name = "phones"
urlpatterns: list[URLPattern] = []
