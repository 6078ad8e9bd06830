"""Start the web application: the server, and a worker for what takes longer than a request."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


@click.command(short_help="Start the web application.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, help="Server processes.")
def serve(*, host: str, port: int, workers: int) -> None:
    """Start Beide; prepares the database and the files of the pages first.

    Ctrl-C stops the server and its worker.
    """
    prepare()
    run(host=host, port=port, workers=workers)


def prepare() -> None:
    """Bring the database up to date and collect the files that pages load."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beide.web.settings")
    import django

    django.setup()
    manage("migrate", verbosity=0, interactive=False)
    manage("collectstatic", verbosity=0, interactive=False)


def manage(command: str, **options: object) -> None:
    """Run one of Django's or Beide's own management commands."""
    from django.core.management import call_command

    call_command(command, **options)


def run(*, host: str, port: int, workers: int = 1) -> None:
    """Serve until someone stops it; the worker stops with the server."""
    import uvicorn

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beide.web.settings")
    # The server repeats the signal that stopped it; as an exit it lets the worker stop too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with worker():
        uvicorn.run(
            "beide.web.asgi:application",
            host=host,
            port=port,
            workers=workers if workers > 1 else None,
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            # Small messages: packing them costs more than it saves.
            ws_per_message_deflate=False,
        )


@contextmanager
def worker() -> Iterator[None]:
    """Run the background worker beside the server."""
    command = [sys.executable, "-m", "django", "db_worker", "--interval", "0.5", "--verbosity", "0"]
    # A group of its own: Ctrl-C in the terminal goes to the server, which then stops the worker.
    process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own words
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
