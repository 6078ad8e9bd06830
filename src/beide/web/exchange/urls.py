from django.urls import path

from beide.web.exchange.views import both, insights, steps

app_name = "exchange"
urlpatterns = [
    path("", both.both, name="both"),
    path("insights/", insights.overview, name="insights"),
    path("insights/new/", insights.new, name="insight_new"),
    path("insights/<int:pk>/", insights.detail, name="insight"),
    path("insights/<int:pk>/edit/", insights.edit, name="insight_edit"),
    path("insights/<int:pk>/offer/", steps.offer, name="offer"),
    path("insights/<int:pk>/answer/", steps.answer, name="answer"),
    path("insights/<int:pk>/use/", steps.use, name="use"),
    path("insights/<int:pk>/check/", steps.check, name="check"),
    path("insights/<int:pk>/take-back/<int:passage>/", steps.take_back, name="take_back"),
    path(
        "insights/<int:pk>/take-back-check/<int:look>/",
        steps.take_back_check,
        name="take_back_check",
    ),
]
