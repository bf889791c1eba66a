"""Addresses of the lists."""

from django.urls import path

from jiheng.web.lists import handing_in, views

urlpatterns = [
    path("tasks/", views.tasks, name="tasks"),
    path("hand-in/", handing_in.hand_in_many, name="hand-in-many"),
    path("forms/", views.form_list, name="forms"),
    path("forms/<str:number>/next/", handing_in.next_cell, name="next-cell"),
    path("reminders/", views.reminders, name="reminders"),
    path("search/", views.search, name="search"),
]
