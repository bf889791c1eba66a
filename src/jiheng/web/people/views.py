"""Logging in and out, passwords, the language."""

from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from jiheng.web.language import keep_language
from jiheng.web.people.door import open_to_all

log_in = LoginView.as_view(template_name="people/log_in.html", redirect_authenticated_user=True)
log_out = LogoutView.as_view()
password = PasswordChangeView.as_view(
    template_name="people/password.html", success_url=reverse_lazy("tasks")
)


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language and go back to the page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    keep_language(response, request.POST.get("language", ""))
    return response
