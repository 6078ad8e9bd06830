from django.apps import AppConfig


class RoomConfig(AppConfig):
    name = "beide.web.room"
    label = "room"
