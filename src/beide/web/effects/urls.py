from django.urls import path

from beide.web.effects.views import making, reading

app_name = "effects"
urlpatterns = [
    path("", reading.overview, name="list"),
    path("of/<int:pk>/new/", making.new, name="new"),
    path("<int:pk>/", reading.plan, name="plan"),
    path("<int:pk>/change/", making.change, name="change"),
    path("<int:pk>/fix/", making.fix, name="fix"),
    path("<int:pk>/withdraw/", making.withdraw, name="withdraw"),
    path("<int:pk>/put-back/", making.put_back, name="put_back"),
    path("<int:pk>/again/", reading.again, name="again"),
]
