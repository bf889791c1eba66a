"""Addresses of publication: within the house, and outside it."""

from django.urls import path

from jiheng.web.publication import clearing, outside, views

urlpatterns = [
    path("publication/", views.forms, name="publication"),
    path("publication/batches/", views.batches, name="publication-batches"),
    path("publication/batches/<int:key>/", views.batch, name="publication-batch"),
    path("publication/batches/<int:key>/names/", views.names, name="publication-names"),
    path("publication/packages/<int:key>/", views.package, name="publication-package"),
    path("publication/packages/<int:key>/withdraw/", views.withdraw, name="withdraw-package"),
    path("forms/<str:number>/review-secrecy/", clearing.review, name="review-secrecy"),
    path("forms/<str:number>/mask-texts/", clearing.masks, name="mask-texts"),
    path(
        "publication/preview/<str:number>/<path:path>",
        clearing.preview,
        name="publication-preview",
    ),
    path("public/", outside.index, name="public"),
    path("public/<int:batch>/<path:path>", outside.file, name="public-file"),
]
