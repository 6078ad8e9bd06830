from django.urls import path

from beide.web.exchange.views import alarms, both, insights, overviews, steps, together

app_name = "exchange"
urlpatterns = [
    path("", both.both, name="both"),
    path("alarms/", alarms.alarms, name="alarms"),
    path("alarms/promise/<int:pk>/", alarms.alarm, {"kind": "promise"}, name="alarm_promise"),
    path("alarms/room/<int:pk>/", alarms.alarm, {"kind": "room"}, name="alarm_room"),
    path("alarms/said/<int:pk>/take-back/", alarms.take_back, name="alarm_take_back"),
    path("alarms/said/<int:pk>/put-back/", alarms.put_back, name="alarm_put_back"),
    path("portfolio/", overviews.portfolio, name="portfolio"),
    path("together/", together.together, name="together"),
    path("together/ask/", together.ask, name="together_ask"),
    path("together/order/", together.draw, name="together_draw"),
    path("together/order/<int:pk>/", together.order, name="together_order"),
    path("together/order/<int:pk>/remove/", together.remove, name="together_order_remove"),
    path("together/order/<int:pk>/put-back/", together.put_back, name="together_order_put_back"),
    path("year/", overviews.year, name="year"),
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
