from django.urls import path

from beide.web.reflections.views import asking, beginning, organisation, removing, result

app_name = "reflections"
urlpatterns = [
    path("", beginning.begin, name="begin"),
    path("removed/", removing.removed, name="removed"),
    path("<str:token>/", asking.question, name="question"),
    path("<str:token>/back/", asking.back, name="back"),
    path("<str:token>/result/", result.result, name="result"),
    path("<str:token>/again/", result.again, name="again"),
    path("<str:token>/not-again/", result.not_again, name="not_again"),
    path("<str:token>/organisation/", organisation.describe, name="organisation"),
    path("<str:token>/remove/", removing.remove, name="remove"),
]
