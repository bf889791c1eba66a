"""The rule for passwords beyond Django's own: three kinds of characters out of four."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from jiheng.rulebook.messages import say
from jiheng.web.language import spoken

_KINDS = (r"[a-z]", r"[A-Z]", r"\d", r"[^a-zA-Z\d]")
_WANTED = 3


class SeveralKinds:
    """A validator of Django's kind."""

    def validate(self, password: str, user: object = None) -> None:
        """Refuse a password of fewer than three kinds of characters."""
        if sum(re.search(kind, password) is not None for kind in _KINDS) < _WANTED:
            raise ValidationError(self.get_help_text(), code="password_kinds")

    def get_help_text(self) -> str:
        """Return the rule as a sentence."""
        return say("web.password-kinds", spoken(get_language()))
