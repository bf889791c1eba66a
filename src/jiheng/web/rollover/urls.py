"""Address of the roll-over."""

from django.urls import path

from jiheng.web.rollover import views

urlpatterns = [path("roll-over/", views.roll_over, name="roll-over")]
