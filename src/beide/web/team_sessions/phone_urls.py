from django.urls import path

from beide.web.team_sessions.views.phones import answering, entering, here

app_name = "phones"
urlpatterns = [
    path("", entering.enter, name="enter"),
    path("<str:code>/", entering.join, name="join"),
    path("<str:code>/here/", here.here, name="here"),
    path("<str:code>/state/", here.state, name="state"),
    path("<str:code>/answer/", answering.answer, name="answer"),
    path("<str:code>/back/", answering.back, name="back"),
    path("<str:code>/agree/", answering.agree, name="agree"),
    path("<str:code>/leave/", entering.leave, name="leave"),
]
