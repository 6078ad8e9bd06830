from django.urls import path

from beide.web.tensions.views import bringing, changing, choosing, reading, recognising

app_name = "tensions"
urlpatterns = [
    path("", reading.index, name="list"),
    path("new/", bringing.new, name="new"),
    path("<int:pk>/", reading.detail, name="detail"),
    path("<int:pk>/choose/", choosing.choose, name="choose"),
    path("<int:pk>/choose/<int:choice>/undo/", choosing.undo, name="choose_undo"),
    path("<int:pk>/recognise/", recognising.recognise, name="recognise"),
    path("<int:pk>/edit/", changing.edit, name="edit"),
    path("<int:pk>/withdraw/", changing.withdraw, name="withdraw"),
    path("<int:pk>/bring-back/", changing.bring_back, name="bring_back"),
]
