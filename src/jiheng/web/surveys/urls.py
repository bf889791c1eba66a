"""Addresses of the surveys."""

from django.urls import path

from jiheng.web.surveys import public, views

urlpatterns = [
    path("forms/<str:number>/surveys/", views.surveys_page, name="surveys"),
    path("surveys/<int:key>/", views.survey_page, name="survey"),
    path("surveys/<int:key>/codes/", views.codes, name="survey-codes"),
    path("surveys/<int:key>/questions.pdf", views.sheet, name="survey-sheet"),
    path("surveys/<int:key>/paper/", views.paper, name="survey-paper"),
    path("surveys/<int:key>/close/", views.close_page, name="close-survey"),
    path("surveys/<int:key>/take/", views.take, name="take-survey"),
    path("surveys/<int:key>/result.json", views.result, name="survey-result"),
    path("q/", public.answer_page, name="answer-survey"),
    path("q/thanks/", public.thanks, name="survey-thanks"),
]
