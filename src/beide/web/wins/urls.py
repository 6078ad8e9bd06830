from django.urls import include, path

from beide.web.wins.views import barriers, thanks, wins

app_name = "wins"

win_patterns = [
    path("", wins.detail, name="detail"),
    path("edit/", wins.edit, name="edit"),
    path("photo/", wins.photo, name="photo"),
    path("withdraw/", wins.withdraw, name="withdraw"),
    path("put-back/", wins.put_back, name="put_back"),
    path("thanks/", thanks.celebrate, name="celebrate"),
    path("thanks/undo/", thanks.celebrate_undo, name="celebrate_undo"),
]
barrier_patterns = [
    path("edit/", barriers.edit, name="barrier_edit"),
    path("away/", barriers.remove, name="barrier_remove"),
    path("stands/", barriers.stand_again, name="barrier_stands"),
    path("withdraw/", barriers.withdraw, name="barrier_withdraw"),
    path("put-back/", barriers.put_back, name="barrier_put_back"),
]
urlpatterns = [
    path(
        "wins/",
        include(
            [
                path("", wins.overview, name="list"),
                path("new/", wins.new, name="new"),
                path("<int:pk>/", include(win_patterns)),
            ]
        ),
    ),
    path(
        "barriers/",
        include(
            [
                path("", barriers.board, name="barriers"),
                path("new/", barriers.new, name="barrier_new"),
                path("<int:pk>/", include(barrier_patterns)),
            ]
        ),
    ),
]
