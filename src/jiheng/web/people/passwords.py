"""Passwords: the rule beyond Django's own, the first one, and their age."""

import re
from datetime import timedelta
from secrets import token_urlsafe

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language

from jiheng.rulebook.messages import say
from jiheng.web.language import spoken
from jiheng.web.people.models import Person

_KINDS = (r"[a-z]", r"[A-Z]", r"\d", r"[^a-zA-Z\d]")
_WANTED = 3
_BYTES = 12


class SeveralKinds:
    """A validator of Django's kind."""

    def validate(self, password: str, user: object = None) -> None:
        """Refuse a password of fewer than three kinds of characters."""
        if sum(re.search(kind, password) is not None for kind in _KINDS) < _WANTED:
            raise ValidationError(self.get_help_text(), code="password_kinds")

    def get_help_text(self) -> str:
        """Return the rule as a sentence."""
        return say("web.password-kinds", spoken(get_language()))


class AnotherThanBefore:
    """A validator of Django's kind: to change a password to itself is no change."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Refuse the password that the person has."""
        if user is not None and user.password and user.check_password(password):
            raise ValidationError(self.get_help_text(), code="password_same")

    def get_help_text(self) -> str:
        """Return the rule as a sentence."""
        return say("admin.password.same", spoken(get_language()))


def first_password() -> str:
    """Return a password to be changed at once; it has the kinds that the rule asks for."""
    return f"{token_urlsafe(_BYTES)}-A1"


def why_to_change(person: Person) -> str | None:
    """Return the key of the sentence why somebody must change their password now, or None."""
    if person.must_change:
        return "admin.password.first"
    days = settings.CONFIG.password_days
    if days and timezone.now() - person.password_set_at > timedelta(days=days):
        return "admin.password.old"
    return None
