"""Addresses of the API, of its description, and of one's tokens."""

from django.urls import URLPattern, include, path

from jiheng.web.api import views
from jiheng.web.api.everything import api
from jiheng.web.people.door import open_to_all

_patterns, _app, _namespace = api.urls
for _each in _patterns:
    if isinstance(_each, URLPattern):
        # The token decides, not a session.
        open_to_all(_each.callback)

urlpatterns = [
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:key>/end/", views.end_token, name="end-token"),
    path("api/v1/docs", views.docs, name="api-docs"),
    path("api/v1/openapi.json", views.description, name="api-description"),
    path("api/v1/", include((_patterns, _app), namespace=_namespace)),
]
