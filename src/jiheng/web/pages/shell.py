"""What every page shows around its own contents."""

from django.http import HttpRequest

from jiheng.web.language import language_of


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the language, as every template needs it."""
    return {"language": language_of(request)}
