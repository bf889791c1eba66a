"""Looks at the database and what is in it."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import first_break
from jiheng.web.upkeep.doctor.sight import Sight, bad, ok, warn
from jiheng.web.upkeep.schema import applied, pending, refuse_newer
from jiheng.web.upkeep.trouble import NewerData

_AHEAD = timedelta(minutes=5)
_WAITED = timedelta(minutes=10)
_WITHOUT_BACKUP = timedelta(days=7)


def reachable() -> Sight:
    """Look whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return bad("database-away", cause=" ".join(str(error).split()))
    return ok("database", vendor=connection.display_name, version=_version())


def migrated() -> Sight:
    """Look whether the tables are those of this program."""
    try:
        refuse_newer(applied())
    except NewerData as error:
        return bad("database-newer", cause=error.told)
    lacking = pending()
    return bad("database-older", count=str(lacking)) if lacking else ok("database-current")


def writable() -> Sight:
    """Look whether a row can be written; it is taken back."""
    try:
        with transaction.atomic():
            Session(session_key="doctor", session_data="", expire_date=timezone.now()).save()
            transaction.set_rollback(True)
    except DatabaseError as error:
        return bad("database-unwritable", cause=" ".join(str(error).split()))
    return ok("database-writable")


def write_ahead() -> Sight:
    """Look whether SQLite lets people read while somebody writes; PostgreSQL always does."""
    if connection.vendor != "sqlite":
        return ok("wal-not-needed")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        mode = str(*(cursor.fetchone() or ()))
    return ok("wal") if mode == "wal" else bad("wal-off", mode=mode)


def clock() -> Sight:
    """Look whether the clock went back behind what was already written."""
    last = Entry.objects.order_by("-at").values_list("at", flat=True).first()
    now = timezone.localtime()
    if last is not None and last > now + _AHEAD:
        return bad("clock-behind", now=f"{now:%F %T}", last=f"{timezone.localtime(last):%F %T}")
    return ok("clock", now=f"{now:%F %T %Z}")


def journal() -> Sight:
    """Look whether the journal hangs together, entry by entry."""
    broken = first_break()
    if broken is not None:
        return bad("journal-broken", entry=str(broken))
    return ok("journal", count=str(Entry.objects.count()))


def jobs() -> Sight:
    """Look whether jobs wait for a worker that does not come."""
    since = timezone.now() - _WAITED
    waiting = QuerySet(DBTaskResult).filter(status="READY", enqueued_at__lt=since).count()
    return bad("jobs-waiting", count=str(waiting)) if waiting else ok("jobs")


def backups() -> Sight:
    """Look when the last backup was made."""
    made = Entry.objects.filter(action="back-up").order_by("-at").values_list("at", flat=True)
    last = made.first()
    if last is None:
        return warn("backup-never")
    day = f"{timezone.localtime(last):%F}"
    is_old = timezone.now() - last > _WITHOUT_BACKUP
    return warn("backup-old", day=day) if is_old else ok("backup", day=day)


def _version() -> str:
    return ".".join(map(str, connection.get_database_version()))


LOOKS_AT_ROWS = (writable, write_ahead, clock, journal, jobs, backups)
"""What can be looked at once the tables are those of this program."""
