"""Every address of the platform."""

from django.urls import include, path

from jiheng.web.chain import views as chain
from jiheng.web.forms import views as forms
from jiheng.web.journal import views as journal
from jiheng.web.people import views as people
from jiheng.web.upkeep import views as upkeep

urlpatterns = [
    path("", include("jiheng.web.pages.urls")),
    path("", include("jiheng.web.lists.urls")),
    path("review/", include("jiheng.web.review.urls")),
    path("dashboards/", include("jiheng.web.dashboards.urls")),
    path("log-in/", people.log_in, name="log-in"),
    path("log-out/", people.log_out, name="log-out"),
    path("password/", people.password, name="password"),
    path("language/", people.language, name="language"),
    path("tasks/<slug:action>/", chain.batch, name="batch"),
    path("", include("jiheng.web.sections.urls")),
    path("", include("jiheng.web.surveys.urls")),
    path("", include("jiheng.web.prefill.urls")),
    path("", include("jiheng.web.columns.urls")),
    path("", include("jiheng.web.rollover.urls")),
    path("", include("jiheng.web.scans.urls")),
    path("", include("jiheng.web.evidence.urls")),
    path("draws/", include("jiheng.web.sampling.urls")),
    path("", include("jiheng.web.rectification.urls")),
    path("", include("jiheng.web.publication.urls")),
    path("begin/", forms.begin_page, name="begin"),
    path("forms/<str:number>/", forms.form_page, name="form"),
    path("forms/<str:number>/cells/", forms.cells, name="cells"),
    path("forms/<str:number>/", include("jiheng.web.forms.urls")),
    path("forms/<str:number>/", include("jiheng.web.papers.urls")),
    path("forms/<str:number>/", include("jiheng.web.versions.urls")),
    path("forms/<str:number>/", include("jiheng.web.measures.urls")),
    path("", include("jiheng.web.years.urls")),
    path("forms/<str:number>/", include("jiheng.web.verdicts.urls")),
    path("forms/<str:number>/<slug:action>/", chain.act, name="act"),
    path("", include("jiheng.web.api.urls")),
    path("health/", upkeep.health, name="health"),
    path("imports/", include("jiheng.web.imports.urls")),
    path("journal/", journal.journal, name="journal"),
    path("journal/<slug:kind>/", journal.export, name="journal-export"),
    path("", include("jiheng.web.people.urls")),
    path("report.css", forms.report_style, name="report-style"),
]
