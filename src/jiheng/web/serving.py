"""The server: data folder and database made ready, then granian until it is stopped."""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import os
import sys
from pathlib import Path
from secrets import token_urlsafe

from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.rulebook.telling import Telling
from jiheng.web.beside import worker_beside
from jiheng.web.config import LOCAL, LOGS, SECRET, BadConfig

_THREADS = 2
"""Of each process: while one computes, the others wait for the database or for the network."""
_MOST_PROCESSES = 8
_PATIENCE_SECONDS = 15
"""For a process that is told to stop. One that is just being begun may not hear it."""
_UNUSABLE = 2


class Serving(Struct, frozen=True, kw_only=True):
    """How the server is to run.

    Attributes:
        people: a file of organisations and people to add first.
    """

    host: str
    port: int
    data: Path
    is_demo: bool
    people: Path | None = None
    language: str = "zh"


def serve(serving: Serving) -> int:
    """Serve until stopped, and return the exit code."""
    try:
        prepare(serving)
    except (BadConfig, OSError, Telling) as error:
        cause = error.said(serving.language) if isinstance(error, Telling) else str(error)
        _tell(say("web.serve.unusable", serving.language, cause=cause))
        return _UNUSABLE
    if serving.is_demo and not _demo(serving):
        return _UNUSABLE
    if serving.people is not None and not _load(serving, serving.people):
        return _UNUSABLE
    url = f"http://{serving.host}:{serving.port}/"
    _tell(say("web.serve.ready", serving.language, url=url, data=str(serving.data)))
    _run(serving)
    return 0


def prepare(serving: Serving) -> None:
    """Make the folder, its key and its database, or bring an older database up to date.

    Raises:
        BadConfig: a setting cannot be used.
        NewerData: the data are of a newer version.
        OSError: the folder cannot be written.
    """
    settle(serving.data, serving.host)
    from jiheng.web.upkeep.upgrade import bring_up_to_date

    kept = bring_up_to_date()
    if kept is not None:
        _tell(say("upkeep.upgraded", serving.language, path=str(kept)))
    from jiheng.web.evidence import looking
    from jiheng.web.lists import figures
    from jiheng.web.years import keeping

    figures.catch_up()
    keeping.catch_up()
    looking.catch_up()


def settle(data: Path, host: str = LOCAL[0]) -> None:
    """Make the folder and its key, and set Django up for them.

    Raises:
        BadConfig: a setting cannot be used.
        OSError: the folder cannot be written.
    """
    # Only its owner may look into it: the database lies there.
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    keep_secret(data / SECRET)
    # "" keeps no log.
    logs = os.environ.setdefault("JIHENG_LOGS", str(data.resolve() / LOGS))
    if logs:
        Path(logs).mkdir(mode=0o700, parents=True, exist_ok=True)
    set_up(data, host)


def set_up(data: Path, host: str = LOCAL[0]) -> None:
    """Set Django up for a data folder.

    Raises:
        BadConfig: a setting cannot be used, or there is no key.
    """
    os.environ["JIHENG_DATA"] = str(data.resolve())
    if host not in LOCAL and "JIHENG_HOSTS" not in os.environ:
        os.environ["JIHENG_HOSTS"] = ",".join((host, *LOCAL))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")
    import django

    django.setup()


def keep_secret(path: Path) -> None:
    """Write a new key that only its owner can read; one that is there is kept."""
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(token_urlsafe(48))


def _demo(serving: Serving) -> bool:
    from jiheng.web.demo.city import NotEmpty, demo, is_to_be_built

    if is_to_be_built():
        _tell(say("demo.building", serving.language))
    try:
        accounts = demo()
    except NotEmpty:
        _tell(say("web.serve.not-empty", serving.language, data=str(serving.data)))
        return False
    _tell(say("web.serve.demo", serving.language))
    for each in accounts:
        role = say(f"web.role.{each.role}", serving.language)
        _tell(f"  {each.username:<20} {each.password:<16} {role}  {each.name}  {each.organisation}")
    return True


def _load(serving: Serving, people: Path) -> bool:
    from jiheng.web.people.loading import BadPeople, load_people

    try:
        added = load_people(people.read_bytes())
    except (BadPeople, OSError) as error:
        _tell(say("web.serve.bad-people", serving.language, path=str(people), cause=str(error)))
        return False
    if added:
        _tell(say("web.serve.added", serving.language, count=str(len(added))))
    for each in added:
        _tell(f"  {each.username:<20} {each.password:<24} {each.name}")
    return True


def _run(serving: Serving) -> None:
    from granian.constants import Interfaces
    from granian.server import Server

    with worker_beside(serving.data):
        Server(
            "jiheng.web.wsgi:application",
            address=serving.host,
            port=serving.port,
            interface=Interfaces.WSGI,
            workers=min(os.cpu_count() or 1, _MOST_PROCESSES),
            respawn_failed_workers=True,
            blocking_threads=_THREADS,
            workers_kill_timeout=_PATIENCE_SECONDS,
            log_enabled=False,
        ).serve()


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
