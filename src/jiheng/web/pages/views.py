"""Where one begins, the choice of the year, and help."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from jiheng.web.chain.tasks import JUDGES
from jiheng.web.pages.desk import YEAR, desk_of
from jiheng.web.pages.menu import FILLING, menu_for


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the page on which the visitor's work waits, else to the first of their menu."""
    roles = desk_of(request).roles
    if roles & FILLING:
        return redirect("tasks")
    if roles & JUDGES:
        return redirect("queue")
    sections = menu_for(roles)
    return redirect(sections[0].entries[0].url if sections else "tasks")


@require_POST
def year(request: HttpRequest) -> HttpResponse:
    """Keep the year that the visitor's lists are to show, and go back to the list."""
    wanted = request.POST.get("year", "")
    if wanted in {str(each.year) for each in desk_of(request).years}:
        request.session[YEAR] = int(wanted)
    return HttpResponseRedirect(_back(request))


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show in a few lines how the platform is used."""
    return render(request, "pages/help.html", {"roles": sorted(desk_of(request).roles)})


def _back(request: HttpRequest) -> str:
    """The list that was left, on its first page: another year has other pages."""
    path = request.POST.get("next", "/")
    return path if url_has_allowed_host_and_scheme(path, allowed_hosts=None) else "/"
