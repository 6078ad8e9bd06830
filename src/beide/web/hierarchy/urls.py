from django.urls import path

from beide.web.hierarchy.views import board, changing, detail, looking, moving, starting, steps

app_name = "hierarchy"
urlpatterns = [
    path("", board.board, name="board"),
    path("list/", board.listing, name="list"),
    path("start/", starting.start, name="start"),
    path("<int:pk>/", detail.detail, name="detail"),
    path("<int:pk>/change/", changing.change, name="change"),
    path("<int:pk>/move/", moving.move, name="move"),
    path("<int:pk>/undo/<int:happening>/", moving.undo, name="undo"),
    path("<int:pk>/stop/", changing.stop, name="stop"),
    path("<int:pk>/resume/", changing.resume, name="resume"),
    path("<int:pk>/look/", looking.look, name="look"),
    path("<int:pk>/look/<int:look>/undo/", looking.undo, name="look_undo"),
    path("<int:pk>/steps/", steps.add, name="step_add"),
    path("<int:pk>/steps/<int:step>/", steps.edit, name="step"),
    path("<int:pk>/steps/<int:step>/as-it-was/", steps.as_it_was, name="step_as_it_was"),
    path("<int:pk>/steps/<int:step>/done/", steps.done, name="step_done"),
    path("<int:pk>/steps/<int:step>/remove/", steps.remove, name="step_remove"),
    path("<int:pk>/steps/<int:step>/put-back/", steps.put_back, name="step_put_back"),
]
