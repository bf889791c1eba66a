"""Notes who logs in and out, and who fails to."""

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person


@receiver(user_logged_in)
def logged_in(user: Person, **_: object) -> None:
    """Note a log-in."""
    note("log-in", user.username, user)


@receiver(user_logged_out)
def logged_out(user: Person | None, **_: object) -> None:
    """Note a log-out; a session that had ended already has no user."""
    if user is not None:
        note("log-out", user.username, user)


@receiver(user_login_failed)
def failed(credentials: dict[str, str], **_: object) -> None:
    """Note a failed attempt under the name that was typed."""
    note("log-in-failed", credentials.get("username", "")[:120], None)


@receiver(user_locked_out)
def locked_out(username: str, **_: object) -> None:
    """Note that too many attempts closed the door."""
    note("locked-out", username[:120], None)
