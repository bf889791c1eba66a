"""Addresses of the rows that are sent."""

from django.urls import path

from jiheng.web.sections import views

urlpatterns = [
    path("rows/", views.sent_to_me, name="my-rows"),
    path("rows/proofs/<int:key>/", views.proof, name="proof"),
    path("rows/<str:number>/", views.answer_page, name="answer-rows"),
    path("forms/<str:number>/rows/", views.rows_page, name="sent-rows"),
    path("forms/<str:number>/rows/<int:key>/<slug:what>/", views.move_row, name="move-row"),
]
