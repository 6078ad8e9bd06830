"""Servers for tests: on this machine only, with data that goes when they stop.

Where the programs are missing and the machine lets us (root, with Debian's packages), they are
installed first.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_HOST = "127.0.0.1"
_PLACES = ("/usr/sbin", "/usr/local/sbin", "/usr/local/bin")
_SECONDS = 60
_SYSTEM = "CREATE DATABASE mysql;\nUSE mysql;\n"
_PACKAGES: Mapping[str, str] = {
    "initdb": "postgresql",
    "mariadbd": "mariadb-server-core",
    "redis-server": "redis-server",
}


class NoServer(Exception):
    """The machine has no such server and cannot install one."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running server, with an administrator who has a password."""

    kind: str
    port: int
    user: str
    password: str
    host: str = _HOST

    def address(
        self, database: str, *, user: str | None = None, password: str | None = None
    ) -> str:
        """Return the address of one of its databases."""
        who = f"{user or self.user}:{password or self.password}"
        return f"{self.kind}://{who}@{self.host}:{self.port}/{database}"


@contextmanager
def postgresql() -> Iterator[Server]:
    """Run PostgreSQL until the end of the block."""
    programs = _program("initdb").resolve().parent
    port, password = _free_port(), secrets.token_hex(8)
    with _folder() as folder:
        user, data, secret = (
            _other_than_root("postgres", folder),
            folder / "data",
            folder / "secret",
        )
        secret.write_text(password)
        _own(user, secret)
        make: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "admin",
            f"--pwfile={secret}",
            "-A",
        ]
        _run(user, [*make, "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale=C"])
        options = f"-p {port} -c listen_addresses={_HOST} -c unix_socket_directories={folder}"
        start: list[str | Path] = [programs / "postgres", "-D", data, *options.split(), "-F"]
        ask = [str(programs / "pg_isready"), "-q", "-h", _HOST, "-p", str(port)]
        with _running(user, start, port, folder, ready=lambda: _succeeds(ask)):
            yield Server(kind="postgresql", port=port, user="admin", password=password)


@contextmanager
def mariadb() -> Iterator[Server]:
    """Run MariaDB until the end of the block."""
    program = _program("mariadbd")
    port, password = _free_port(), secrets.token_hex(8)
    with _folder() as folder:
        user, data, first = (
            _other_than_root("nobody", folder),
            folder / "data",
            folder / "first.sql",
        )
        data.mkdir()
        _own(user, data)
        own: list[str | Path] = [
            program,
            "--no-defaults",
            f"--datadir={data}",
            f"--tmpdir={folder}",
        ]
        _run(user, [*own, "--bootstrap", "--log-warnings=0"], told=_SYSTEM + _system_tables())
        first.write_text(
            f"CREATE USER admin@'%' IDENTIFIED BY '{password}';\n"
            "GRANT ALL ON *.* TO admin@'%' WITH GRANT OPTION;\n"
        )
        _own(user, first)
        start = [*own, f"--socket={folder}/s"]
        start += [f"--port={port}", f"--bind-address={_HOST}", f"--init-file={first}"]
        start += [f"--pid-file={folder}/pid", "--skip-name-resolve"]
        with _running(user, start, port, folder):
            yield Server(kind="mariadb", port=port, user="admin", password=password)


@contextmanager
def redis() -> Iterator[str]:
    """Run Redis until the end of the block, and give its address."""
    program, port = _program("redis-server"), _free_port()
    with _folder() as folder:
        user = _other_than_root("nobody", folder)
        start: list[str | Path] = [program, "--port", str(port), "--bind", _HOST, "--save", ""]
        with _running(user, [*start, "--dir", folder], port, folder):
            yield f"redis://{_HOST}:{port}/0"


def _program(name: str) -> Path:
    """Return where a program is, installing it where that is allowed."""
    found = _found(name)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        _install(_PACKAGES[name])
        found = _found(name)
    if found is None:
        message = f"{name} is not on this machine; install Debian's package {_PACKAGES[name]}"
        raise NoServer(message)
    return found


def _found(name: str) -> Path | None:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    folders = [os.environ.get("PATH", ""), *_PLACES, *map(str, debian)]
    path = shutil.which(name, path=os.pathsep.join(folders))
    return Path(path) if path else None


def _install(package: str) -> None:
    wait = ("-o", "DPkg::Lock::Timeout=300", "-qq", "-y")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--no-install-recommends", package]):
        subprocess.run(
            ["apt-get", *wait, *command], env=quiet, check=False, capture_output=True, timeout=600
        )


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="beide-server-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _other_than_root(name: str, folder: Path) -> str | None:
    """Give a folder to somebody else when we are root, as whom no database should run."""
    if os.geteuid() != 0:
        return None
    _own(name, folder)
    return name


def _own(user: str | None, path: Path) -> None:
    if user is not None:
        shutil.chown(path, user)


def _system_tables() -> str:
    """Return what makes MariaDB's own tables, which its package brings."""
    folder = Path("/usr/share/mysql")
    names = ("mysql_system_tables.sql", "mysql_system_tables_data.sql")
    return "\n".join((folder / name).read_text("utf-8") for name in names)


def _run(user: str | None, command: Sequence[str | Path], *, told: str = "") -> None:
    """Run a command to its end, and say what it said when it failed."""
    done = subprocess.run(
        [*map(str, command)],
        user=user,
        extra_groups=[] if user else None,
        cwd="/",
        input=told,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        message = f"{command[0]} failed: {done.stdout[-500:]}{done.stderr[-500:]}"
        raise NoServer(message)


@contextmanager
def _running(
    user: str | None,
    command: Sequence[str | Path],
    port: int,
    folder: Path,
    *,
    ready: Callable[[], bool] = lambda: True,
) -> Iterator[None]:
    """Run a server while the block lasts."""
    with (folder / "out").open("wb") as out:
        process = subprocess.Popen(
            [*map(str, command)],
            user=user,
            extra_groups=[] if user else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    try:
        _await(process, port, folder / "out", ready)
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(
    process: subprocess.Popen[bytes], port: int, out: Path, ready: Callable[[], bool]
) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        if _listens(port) and ready():
            return
        time.sleep(0.1)
    message = f"the server did not start: {out.read_text('utf-8', 'replace')[-500:]}"
    raise NoServer(message)


def _listens(port: int) -> bool:
    try:
        with socket.create_connection((_HOST, port), timeout=1):
            return True
    except OSError:
        return False


def _succeeds(command: Sequence[str]) -> bool:
    return subprocess.run(command, check=False, timeout=10).returncode == 0


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((_HOST, 0))
        return int(found.getsockname()[1])


def main() -> int:
    """Make sure that there are servers, before tests that run beside each other ask for them."""
    for name in _PACKAGES:
        try:
            print(f"{name} for the tests: {_program(name)}")
        except NoServer as error:
            print(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
