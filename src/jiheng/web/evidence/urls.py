"""Addresses of evidence."""

from django.urls import path

from jiheng.web.evidence import views

urlpatterns = [
    path("evidence/years/", views.evidence_years, name="evidence-years"),
    path("evidence/<int:key>/", views.paper_file, name="evidence-paper"),
    path("forms/<str:number>/evidence/", views.evidence_page, name="evidence"),
    path("forms/<str:number>/evidence/<int:key>/<slug:what>/", views.move_paper, name="move-paper"),
    path("forms/<str:number>/dossier/", views.dossier, name="dossier"),
]
