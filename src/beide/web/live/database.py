"""Ask the database from a socket."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import connections

P = ParamSpec("P")
T = TypeVar("T")


async def in_database(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run something that asks the database, in the thread that all sockets share.

    The connection stays open for the next one: opening it anew for every answer would take longer
    than the answer. One that failed is closed, so that the next opens a new one.
    """

    def run() -> T:
        for connection in connections.all(initialized_only=True):
            if connection.errors_occurred:
                connection.close()
        return function(*args, **kwargs)

    return await sync_to_async(run)()
