from django.urls import path

from beide.web.ways import views

app_name = "ways"
urlpatterns = [
    path("", views.overview, name="list"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/<int:number>/", views.version, name="version"),
    path("<int:pk>/<int:number>/take-back/", views.take_back, name="take_back"),
    path("<int:pk>/<int:number>/put-back/", views.put_back, name="put_back"),
]
