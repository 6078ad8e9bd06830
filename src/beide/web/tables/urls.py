from django.urls import include, path

from beide.web.tables.views import bricks, keeping, listing, onward, outline

app_name = "tables"

# What guests of an initiative can do too, through a door of their own.
shared_patterns = [
    path("", outline.table, name="table"),
    path("undo/", outline.undo, name="undo"),
    path("script/", outline.script, name="script"),
    path("bricks/add/", outline.add, name="add"),
    path("bricks/<str:brick>/", bricks.brick, name="brick"),
    path("bricks/<str:brick>/move/", bricks.move, name="brick_move"),
    path("bricks/<str:brick>/link/", bricks.link, name="brick_link"),
    path("bricks/<str:brick>/do/<str:verb>/", outline.act, name="brick_do"),
    path("links/<str:link>/", bricks.one_link, name="link"),
    path("links/<str:link>/away/", bricks.link_away, name="link_away"),
    path("history/", keeping.history, name="history"),
    path("history/<int:version>/", keeping.version, name="version"),
    path("history/<int:version>/restore/", keeping.restore, name="restore"),
    path("photo/", keeping.photo, name="photo"),
    path("photo/away/", keeping.photo_away, name="photo_away"),
    path("photo/<str:photo>/", keeping.photo_file, name="photo_file"),
]
urlpatterns = [
    path("", listing.overview, name="list"),
    path("new/", listing.new, name="new"),
    path("from-pattern/<int:pk>/", listing.from_pattern, name="from_pattern"),
    path("<int:pk>/", include(shared_patterns)),
    path("<int:pk>/bricks/<str:brick>/insight/", onward.insight, name="insight"),
    path("<int:pk>/bricks/<str:brick>/improve/", onward.improve, name="improve"),
    path("<int:pk>/bricks/<str:brick>/try/", onward.choose, name="try"),
    path("<int:pk>/bricks/<str:brick>/try/<int:initiative>/", onward.card, name="card"),
    path("<int:pk>/links/<str:link>/tension/", onward.tension, name="tension"),
    path("<int:pk>/agree/", onward.agree, name="agree"),
    path("<int:pk>/change/", keeping.change, name="change"),
    path("<int:pk>/remove/", keeping.remove, name="remove"),
    path("<int:pk>/put-back/", keeping.put_back, name="put_back"),
]
