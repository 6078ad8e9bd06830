from django.urls import path

from beide.web.network.views import (
    agreeing,
    calls,
    experiments,
    joining,
    learning,
    ledger,
    loops,
    measuring,
    resting,
    rounds,
    starting,
)

app_name = "network"
urlpatterns = [
    path("", loops.overview, name="list"),
    path("start/", starting.start, name="start"),
    path("<int:pk>/", loops.detail, name="detail"),
    path("<int:pk>/frame/", starting.frame, name="frame"),
    # walking the loop
    path("<int:pk>/move/", rounds.move, name="move"),
    path("<int:pk>/undo/<int:happening>/", rounds.undo, name="undo"),
    path("<int:pk>/close/", rounds.close, name="close"),
    path("<int:pk>/close/<int:number>/undo/", rounds.close_undo, name="close_undo"),
    path("<int:pk>/stop/", resting.stop, name="stop"),
    path("<int:pk>/resume/", resting.resume, name="resume"),
    path("<int:pk>/resume/<int:number>/undo/", resting.resume_undo, name="resume_undo"),
    # people
    path("<int:pk>/join/", joining.join, name="join"),
    path("<int:pk>/leave/", joining.leave, name="leave"),
    path("<int:pk>/rejoin/<str:kept>/", joining.rejoin, name="rejoin"),
    path("<int:pk>/accept/", joining.accept, name="accept"),
    path("hours/<int:pk>/agree/", agreeing.agree, name="agree"),
    path("hours/<int:pk>/agree/undo/", agreeing.agree_undo, name="agree_undo"),
    path("hours/<int:pk>/propose/", agreeing.propose, name="propose"),
    path("hours/<int:pk>/propose/undo/", agreeing.propose_undo, name="propose_undo"),
    path("<int:pk>/call/", calls.call, name="call"),
    path("calls/<int:pk>/close/", calls.close, name="call_close"),
    path("calls/<int:pk>/reopen/", calls.reopen, name="call_reopen"),
    # experiments
    path("<int:pk>/experiments/new/", experiments.new, name="experiment_new"),
    path("experiments/<int:pk>/", experiments.detail, name="experiment"),
    path("experiments/<int:pk>/plan/", measuring.measure, name="experiment_plan"),
    path("experiments/<int:pk>/edit/", experiments.edit, name="experiment_edit"),
    path("experiments/<int:pk>/remove/", experiments.remove, name="experiment_remove"),
    path("experiments/<int:pk>/put-back/", experiments.put_back, name="experiment_put_back"),
    path("experiments/<int:pk>/begin/", learning.begin, name="experiment_begin"),
    path("experiments/<int:pk>/not-begun/", learning.not_begun, name="experiment_not_begun"),
    path("experiments/<int:pk>/learn/", learning.learn, name="experiment_learn"),
    path("experiments/<int:pk>/unlearn/", learning.unlearn, name="experiment_unlearn"),
    path("experiments/<int:pk>/again/", learning.again, name="experiment_again"),
    # the ledger of a transition
    path("<int:pk>/ledger/add/", ledger.add, name="ledger_add"),
    path("ledger/<int:pk>/", ledger.edit, name="ledger_edit"),
    path("ledger/<int:pk>/remove/", ledger.remove, name="ledger_remove"),
    path("ledger/<int:pk>/put-back/", ledger.put_back, name="ledger_put_back"),
]
