from django.apps import AppConfig


class TeamSessionsConfig(AppConfig):
    name = "beide.web.team_sessions"
    label = "team_sessions"
