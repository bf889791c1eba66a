"""Logging in and out, passwords, the language."""

from django.conf import settings
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from jiheng.web.journal.writing import note
from jiheng.web.language import keep_language
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.door import open_to_all
from jiheng.web.people.passwords import why_to_change


class _LogIn(LoginView):
    """The door, which says to somebody who was away too long why they stand before it."""

    template_name = "people/log_in.html"
    redirect_authenticated_user = True

    def get_context_data(self, **told: object) -> dict[str, object]:
        """Return what the page shows."""
        # The browser still has the key of a session, and the session is no more.
        is_idle = (
            settings.SESSION_COOKIE_NAME in self.request.COOKIES and "next" in self.request.GET
        )
        minutes = settings.SESSION_COOKIE_AGE // 60 if is_idle else None
        return super().get_context_data(idle_minutes=minutes, **told)


class _Password(PasswordChangeView):
    """The page of one's password, which says why it must be changed, if it must."""

    template_name = "people/password.html"
    success_url = reverse_lazy("home")

    def get_context_data(self, **told: object) -> dict[str, object]:
        """Return what the page shows."""
        why = why_to_change(visitor(self.request))
        days = settings.CONFIG.password_days
        return super().get_context_data(why=why, days=days, **told)

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        """Keep the new password, which nobody else has seen."""
        person = visitor(self.request)
        person.must_change = False
        note("change-password", person.username, person)
        return super().form_valid(form)


log_in = _LogIn.as_view()
log_out = LogoutView.as_view()
password = _Password.as_view()


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
