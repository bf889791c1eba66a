"""Every address of the platform."""

from django.urls import path
from django.views.generic import RedirectView

from jiheng.web.chain import views as chain
from jiheng.web.forms import views as forms
from jiheng.web.journal import views as journal
from jiheng.web.people import views as people
from jiheng.web.upkeep import views as upkeep

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="tasks"), name="home"),
    path("log-in/", people.log_in, name="log-in"),
    path("log-out/", people.log_out, name="log-out"),
    path("password/", people.password, name="password"),
    path("language/", people.language, name="language"),
    path("tasks/", chain.tasks, name="tasks"),
    path("tasks/<slug:action>/", chain.batch, name="batch"),
    path("reminders/", chain.reminders, name="reminders"),
    path("forms/", forms.form_list, name="forms"),
    path("begin/", forms.begin_page, name="begin"),
    path("forms/<str:number>/", forms.form_page, name="form"),
    path("forms/<str:number>/fill/", forms.fill_page, name="fill"),
    path("forms/<str:number>/<slug:action>/", chain.act, name="act"),
    path("health/", upkeep.health, name="health"),
    path("journal/", journal.journal, name="journal"),
    path("report.css", forms.report_style, name="report-style"),
]
