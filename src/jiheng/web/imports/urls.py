"""The addresses below ``imports/``."""

from django.urls import path

from jiheng.web.imports import views

urlpatterns = [
    path("", views.batch_list, name="imports"),
    path("<int:pk>/", views.batch_page, name="import"),
    path("<int:pk>/add/", views.batch_add, name="import-add"),
    path("<int:pk>/pause/", views.batch_pause, name="import-pause"),
    path("<int:pk>/report/", views.batch_report, name="import-report"),
    path("<int:pk>/files/<int:file>/", views.file_page, name="import-file"),
    path("<int:pk>/forms/<int:form>/cell/", views.form_cell, name="import-cell"),
]
