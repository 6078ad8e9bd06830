from django.urls import include, path

from beide.web.organisation.views import invitations, joining, mine, people, settings, teams

app_name = "organisation"

team_patterns = [
    path("", teams.teams, name="teams"),
    path("add/", teams.add, name="team_add"),
    path("<int:pk>/", teams.team, name="team"),
    path("<int:pk>/remove/", teams.remove, name="team_remove"),
]
people_patterns = [
    path("", people.people, name="people"),
    path("<int:pk>/", people.member, name="member"),
    path("<int:pk>/remove/", people.remove, name="member_remove"),
    path("invite/", invitations.invite, name="invite"),
    path("invite/<int:pk>/again/", invitations.again, name="invite_again"),
    path("invite/<int:pk>/withdraw/", invitations.withdraw, name="invite_withdraw"),
    path("invite/<int:pk>/put-back/", invitations.put_back, name="invite_put_back"),
]
settings_patterns = [
    path("", settings.settings, name="settings"),
    path("export/", settings.export, name="export"),
    path("erase/", settings.erase, name="erase"),
]
urlpatterns = [
    path("mine/", mine.mine, name="mine"),
    path("new/", mine.new, name="new"),
    path("join/<str:token>/", joining.join, name="join"),
    path("o/<slug:organisation>/settings/", include(settings_patterns)),
    path("o/<slug:organisation>/people/", include(people_patterns)),
    path("o/<slug:organisation>/teams/", include(team_patterns)),
]
