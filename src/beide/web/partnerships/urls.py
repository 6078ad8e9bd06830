from django.urls import include, path

from beide.web.partnerships.views import guests, joining, meetings, outside, partners, ready, steps

app_name = "partnerships"

partner_patterns = [
    path("", partners.detail, name="detail"),
    path("edit/", partners.edit, name="edit"),
    path("withdraw/", partners.withdraw, name="withdraw"),
    path("put-back/", partners.put_back, name="put_back"),
    path("stage/", steps.step, name="stage"),
    path("stage/<int:step>/undo/", steps.step_undo, name="stage_undo"),
    path("together/", steps.together, name="together"),
    path("together/<int:experiment>/undo/", steps.together_undo, name="together_undo"),
    path("meetings/new/", meetings.new, name="meeting_new"),
]
guest_patterns = [
    path("", guests.overview, name="guests"),
    path("new/<int:pk>/", guests.invite, name="guest_invite"),
    path("<int:pk>/out/", guests.let_out, name="guest_out"),
    path("<int:pk>/in/", guests.let_in, name="guest_in"),
]
ready_patterns = [
    path("", ready.overview, name="ready"),
    path("new/", ready.new, name="ready_new"),
    path("<int:pk>/", ready.detail, name="ready_detail"),
    path("<int:pk>/tension/<slug:question>/", ready.tension, name="ready_tension"),
    path("<int:pk>/explore/<slug:question>/", ready.explore, name="ready_explore"),
    path("<int:pk>/withdraw/", ready.withdraw, name="ready_withdraw"),
    path("<int:pk>/put-back/", ready.put_back, name="ready_put_back"),
]
# Guests are no members, so these addresses do not name an organisation as the others do.
outside_patterns = [
    path("", outside.place, name="guest_place"),
    path("sightings/<int:sighting>/withdraw/", outside.unsay, name="guest_unsay"),
    path("sightings/<int:sighting>/put-back/", outside.say_again, name="guest_say_again"),
]
urlpatterns = [
    path("guest/<str:token>/", joining.join, name="guest_join"),
    path("o/<slug:host>/guest/<int:initiative>/", include(outside_patterns)),
    path(
        "o/<slug:organisation>/partnerships/",
        include(
            [
                path("", partners.overview, name="list"),
                path("new/", partners.new, name="new"),
                path("<int:pk>/", include(partner_patterns)),
                path("meetings/<int:pk>/withdraw/", meetings.withdraw, name="meeting_withdraw"),
                path("meetings/<int:pk>/put-back/", meetings.put_back, name="meeting_put_back"),
                path("guests/", include(guest_patterns)),
                path("ready/", include(ready_patterns)),
            ]
        ),
    ),
]
