"""Whether the server is well, for what watches it."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jiheng.web.people.door import open_to_all


@open_to_all
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """Say ok or not, and nothing else: anybody may ask."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("no database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
