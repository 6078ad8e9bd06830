from django.urls import path

from beide.web.evidence.views import add, consent, council, log, overview, promise

app_name = "evidence"
urlpatterns = [
    path("", overview.overview, name="list"),
    path("consent/", consent.consent, name="consent"),
    path("consent/<int:pk>/withdraw/", consent.withdraw, name="consent_withdraw"),
    path("consent/<int:pk>/restore/", consent.restore, name="consent_restore"),
    path("council/", council.council, name="council"),
    path("new/", add.add, name="log_add"),
    path("<int:pk>/", log.log, name="log"),
    path("<int:pk>/columns/", add.columns, name="columns"),
    path("<int:pk>/progress/", add.progress, name="progress"),
    path("<int:pk>/cancel/", add.cancel, name="cancel"),
    path("<int:pk>/change/", log.change, name="log_change"),
    path("<int:pk>/remove/", log.remove, name="log_remove"),
    path("<int:pk>/promise/", promise.add, name="promise_add"),
    path("promise/<int:pk>/", promise.promise, name="promise"),
    path("promise/<int:pk>/change/", promise.change, name="promise_change"),
    path("promise/<int:pk>/again/", promise.again, name="promise_again"),
    path("promise/<int:pk>/remove/", promise.remove, name="promise_remove"),
    path("promise/<int:pk>/restore/", promise.restore, name="promise_restore"),
    path("promise/<int:pk>/weeks.csv", promise.download, name="promise_download"),
]
