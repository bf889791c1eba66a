"""Addresses of rectification, of the use of results and of the circular."""

from django.urls import path

from jiheng.web.rectification import circular_pages, ledger_pages, use_pages, views

urlpatterns = [
    path("rectification/", ledger_pages.ledger, name="rectification"),
    path("rectification/ledger.xlsx", ledger_pages.sheet, name="rectification-sheet"),
    path("forms/<str:number>/rectification/", views.notice, name="notice"),
    path("forms/<str:number>/rectification/issue/", views.issue, name="issue-notice"),
    path("forms/<str:number>/rectification/answer/", views.answer, name="answer-notice"),
    path("forms/<str:number>/rectification/settle/", views.settle, name="settle-notice"),
    path("forms/<str:number>/rectification/revoke/", views.revoke, name="revoke-notice"),
    path("rectification/proofs/<int:key>/", views.proof, name="demand-proof"),
    path("result-use/", use_pages.use_list, name="result-uses"),
    path("result-use/list.xlsx", use_pages.sheet, name="result-use-sheet"),
    path("forms/<str:number>/result-use/", use_pages.use_page, name="result-use"),
    path("circular/", circular_pages.page, name="circular"),
    path("circular/<slug:kind>/", circular_pages.file, name="circular-file"),
]
