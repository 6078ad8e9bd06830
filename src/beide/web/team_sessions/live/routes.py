"""Where sockets of sessions are."""

from channels.auth import AuthMiddlewareStack  # type: ignore[import-untyped]
from django.urls import path

from beide.web.team_sessions.live.consumers import GuideConsumer, PhoneConsumer

routes = [
    path("s/<str:code>/live/", PhoneConsumer.as_asgi()),
    path(
        "o/<slug:organisation>/sessions/<int:pk>/live/",
        AuthMiddlewareStack(GuideConsumer.as_asgi()),
    ),
]
