from django.urls import path

from beide.web.room.views import agreeing, overview, promise, team, telling

app_name = "room"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("weeks.csv", overview.download, {"kind": "csv"}, name="weeks_csv"),
    path("weeks.xlsx", overview.download, {"kind": "xlsx"}, name="weeks_excel"),
    path("team/<int:pk>/", team.team, name="team"),
    path("team/<int:pk>/propose/", agreeing.propose, name="propose"),
    path("agreement/<int:pk>/agree/", agreeing.agree, name="agree"),
    path("agreement/<int:pk>/agree/undo/", agreeing.agree_undo, name="agree_undo"),
    path("agreement/<int:pk>/decline/", agreeing.decline, name="decline"),
    path("agreement/<int:pk>/decline/undo/", agreeing.decline_undo, name="decline_undo"),
    path("agreement/<int:pk>/end/", agreeing.end, name="end"),
    path("agreement/<int:pk>/end/undo/", agreeing.end_undo, name="end_undo"),
    path("agreement/<int:pk>/tell/", telling.tell, name="tell"),
    path("agreement/<int:pk>/tell/<str:kept>/", telling.tell_undo, name="tell_undo"),
    path("promise/<int:pk>/", promise.promise, name="promise"),
    path("promise/<int:pk>/ask/", promise.ask, name="ask"),
    path("study/<int:pk>/stop/", promise.stop, name="stop"),
]
