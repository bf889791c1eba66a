"""The language of a visitor: Chinese, unless they switched to English."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from jiheng.rulebook.messages import LANGUAGES, SOURCE

COOKIE = "jiheng_language"
DJANGO_NAMES = {"zh": "zh-hans", "en": "en"}


def spoken(django_name: str | None) -> str:
    """Return our name of one of Django's languages.

    Example:
        >>> spoken("zh-hans"), spoken("en"), spoken(None)
        ('zh', 'en', 'zh')
    """
    return next((ours for ours, theirs in DJANGO_NAMES.items() if theirs == django_name), SOURCE)


def language_of(request: HttpRequest) -> str:
    """Return zh or en. What the browser prefers is not asked: the forms are Chinese."""
    chosen = request.COOKIES.get(COOKIE, SOURCE)
    return chosen if chosen in LANGUAGES else SOURCE


def keep_language(response: HttpResponse, language: str) -> None:
    """Remember a visitor's language for a year."""
    response.set_cookie(
        COOKIE,
        language if language in LANGUAGES else SOURCE,
        max_age=365 * 86400,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


class LanguageMiddleware:
    """Lets Django's own sentences speak the visitor's language too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        with translation.override(DJANGO_NAMES[language_of(request)]):
            return self._get_response(request)
