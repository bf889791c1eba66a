"""The journal's page, for the administrator of the audit and nobody else."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jiheng.web.access.situations import posts_of
from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import first_break
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.roles import Role

PAGE = 100


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Show the entries, the latest first, and whether the chain is whole."""
    if all(post.role is not Role.AUDIT_ADMIN for post in posts_of(visitor(request))):
        return render(request, "403.html", status=403)
    pages = Paginator(Entry.objects.order_by("-id"), PAGE)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "count": pages.count,
        "broken": first_break(),
    }
    return render(request, "journal/journal.html", context)
