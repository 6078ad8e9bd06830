from django.urls import path

from beide.web.patterns.views import asking, finding, opinions, result, trying

app_name = "patterns"
urlpatterns = [
    path("", asking.overview, name="list"),
    path("ask/<int:pk>/", asking.ask, name="ask"),
    path("<int:pk>/", result.search, name="search"),
    path("<int:pk>/good/", result.good, name="good"),
    path("<int:pk>/again/", asking.again, name="again"),
    path("<int:pk>/stop/", asking.stop, name="stop"),
    path("<int:pk>/remove/", asking.remove, name="remove"),
    path("<int:pk>/restore/", asking.restore, name="restore"),
    path("<int:pk>/download/patterns.csv", result.download, name="search_csv"),
    # one finding
    path("found/<int:pk>/", finding.finding, name="finding"),
    path("found/<int:pk>/wall/", finding.sheet, name="sheet"),
    path("found/<int:pk>/download/cases.csv", finding.table, name="finding_csv"),
    path("found/<int:pk>/download/build-table.json", finding.bricks, name="build_table"),
    path("found/<int:pk>/say/", opinions.say, name="say"),
    path("said/<int:pk>/take-back/", opinions.unsay, name="unsay"),
    path("said/<int:pk>/put-back/", opinions.say_after_all, name="say_after_all"),
    # trying it
    path("found/<int:pk>/try/", trying.choose, name="try"),
    path("found/<int:pk>/try/begin/", trying.begin, name="begin"),
    path("found/<int:pk>/try/<int:initiative>/", trying.plan, name="card"),
]
