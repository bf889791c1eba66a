"""Every address of the platform."""

urlpatterns = []
