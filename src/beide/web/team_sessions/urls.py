from django.urls import path

from beide.web.team_sessions.views import (
    beginning,
    deciding,
    following,
    guiding,
    listing,
    paper,
    reporting,
    screen,
    steering,
)

app_name = "sessions"
urlpatterns = [
    path("", listing.index, name="list"),
    path("new/", beginning.new, name="new"),
    path("<int:pk>/", guiding.guide, name="guide"),
    path("<int:pk>/screen/", screen.screen, name="screen"),
    path("<int:pk>/qr/", screen.qr, name="qr"),
    path("<int:pk>/state/", following.state, name="state"),
    path("<int:pk>/move/", steering.move, name="move"),
    path("<int:pk>/pause/", steering.pause, name="pause"),
    path("<int:pk>/time/", steering.more_time, name="more_time"),
    path("<int:pk>/lock/", steering.lock, name="lock"),
    path("<int:pk>/open/", steering.open_up, name="open"),
    path("<int:pk>/close/", steering.close, name="close"),
    path("<int:pk>/decide/<int:place>/", deciding.decide, name="decide"),
    path("<int:pk>/decide/<int:place>/undo/", deciding.undo, name="decide_undo"),
    path("<int:pk>/cards/", paper.cards, name="paper"),
    path("<int:pk>/counts/<int:place>/<int:number>/", paper.counts, name="counts"),
    path("<int:pk>/report/", reporting.report, name="report"),
]
