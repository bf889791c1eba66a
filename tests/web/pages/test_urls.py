"""Every address, asked for by everybody: what they get stands in a table written by hand."""

import pytest
from django.test import Client
from django.urls import get_resolver

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.city import record_at
from tests.web.publication.cleared import proposed
from tests.web.sampling.office import draw_at
from tests.web.surveys.asking import survey_at

WHO = [
    "nobody",
    "clerk",
    "colleague",
    "head",
    "section",
    "reviewer",
    "budget",
    "performance",
    "third_party",
    "auditor",
    "stranger",
    "system_admin",
    "security_admin",
    "audit_admin",
]

# A form of 李芳's unit whose target is drafted, one that stands at the department's review, one
# that is being evaluated, one that is closed. 302: to the log-in. 404: there is no such form for them. 405: only by a button.
EXPECTED = """
address                      nobody clerk colleague head section reviewer budget performance third_party auditor stranger system_admin security_admin audit_admin
/                            302    302   302       302  302     302      302    302         302         302     302      302          302            302
/log-in/                     200    302   302       302  302     302      302    302         302         302     302      302          302            302
/log-out/                    302    405   405       405  405     405      405    405         405         405     405      405          405            405
/password/                   302    200   200       200  200     200      200    200         200         200     200      200          200            200
/language/                   405    405   405       405  405     405      405    405         405         405     405      405          405            405
/report.css                  200    200   200       200  200     200      200    200         200         200     200      200          200            200
/health/                     200    200   200       200  200     200      200    200         200         200     200      200          200            200
/tasks/                      302    200   200       200  200     200      200    200         200         200     200      200          200            200
/tasks/hand-in/              302    405   405       405  405     405      405    405         405         405     405      405          405            405
/reminders/                  302    200   200       200  200     200      200    200         200         200     200      200          200            200
/forms/                      302    200   200       200  200     200      200    200         200         200     200      200          200            200
/year/                       302    405   405       405  405     405      405    405         405         405     405      405          405            405
/help/                       302    200   200       200  200     200      200    200         200         200     200      200          200            200
/search/                     302    200   200       200  200     200      200    200         200         200     200      200          200            200
/hand-in/                    302    200   200       200  200     200      200    200         200         200     200      200          200            200
/review/                     302    403   403       403  403     200      200    200         403         403     403      403          403            403
/review/list.xlsx            302    403   403       403  403     200      200    200         403         403     403      403          403            403
/review/first/               302    403   403       403  403     302      302    302         403         403     403      403          403            403
/review/REVIEWED/            302    403   403       403  403     200      200    200         404         403     404      404          404            404
/review/CLOSED/              302    403   403       403  403     200      200    200         404         403     404      404          404            404
/review/REVIEWED/scores/     302    405   405       405  405     405      405    405         405         405     405      405          405            405
/review/REVIEWED/send-back/  302    405   405       405  405     405      405    405         405         405     405      405          405            405
/dashboards/                 302    403   403       200  403     200      200    200         403         200     403      403          403            403
/dashboards/figures.xlsx     302    403   403       200  403     200      200    200         403         200     403      403          403            403
/dashboards/summary.pdf      302    403   403       200  403     200      200    200         403         200     403      403          403            403
/forms/EVALUATED/next/       302    302   302       302  302     302      302    302         404         302     404      404          404            404
/journal/                    302    403   403       403  403     403      403    403         403         403     403      403          403            200
/journal/csv/                302    403   403       403  403     403      403    403         403         403     403      403          403            200
/people/                     302    403   403       403  403     403      403    403         403         403     403      200          403            403
/people/import/              302    403   403       403  403     403      403    403         403         403     403      405          403            403
/people/people.xlsx          302    403   403       403  403     403      403    403         403         403     403      200          403            403
/people/1/reset/             302    403   403       403  403     403      403    403         403         403     403      405          403            403
/organisations/              302    403   403       403  403     403      403    403         403         403     403      200          403            403
/organisations/0/            302    403   403       403  403     403      403    403         403         403     403      404          403            403
/posts/                      302    403   403       403  403     403      403    403         403         403     403      403          200            403
/posts/proposals/            302    403   403       403  403     403      403    403         403         403     403      403          405            403
/posts/1/end/                302    403   403       403  403     403      403    403         403         403     403      403          405            403
/visits/                     302    200   200       200  200     200      200    200         200         200     200      200          200            200
/visits/unlock/              302    403   403       403  403     403      403    403         403         403     403      403          405            403
/visits/1/end/               302    405   405       405  405     405      405    405         405         405     405      405          405            405
/tokens/                     302    200   200       200  200     200      200    200         200         200     200      200          200            200
/tokens/1/end/               302    405   405       405  405     405      405    405         405         405     405      405          405            405
/api/v1/docs                 302    200   200       200  200     200      200    200         200         200     200      200          200            200
/api/v1/openapi.json         200    200   200       200  200     200      200    200         200         200     200      200          200            200
/begin/                      302    200   200       403  403     403      403    403         403         403     200      403          403            403
/imports/                    302    200   200       403  403     200      403    200         403         403     200      403          403            403
/imports/0/                  302    404   404       404  404     404      404    404         404         404     404      404          404            404
/imports/0/add/              302    405   405       405  405     405      405    405         405         405     405      405          405            405
/imports/0/pause/            302    405   405       405  405     405      405    405         405         405     405      405          405            405
/imports/0/report/           302    404   404       404  404     404      404    404         404         404     404      404          404            404
/imports/0/files/0/          302    404   404       404  404     404      404    404         404         404     404      404          404            404
/imports/0/forms/0/cell/     302    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/REVIEWED/             302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/cells/       302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/send-back/   302    403   403       403  403     200      403    403         404         403     404      404          404            404
/forms/REVIEWED/withdraw/    302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/REVIEWED/card/?at=total.score 302 200 200      200  200     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/card/        302    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/REVIEWED/print/       302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/export/xlsx/ 302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/export/html/ 302    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/REVIEWED/versions/    302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/last-year/   302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/years/       302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/CLOSED/years/         302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/years/link/  302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/years/unlink/ 302   405   405       405  405     405      405    405         405         405     405      405          405            405
/years/                      302    403   403       403  403     200      200    200         403         200     403      403          403            403
/years/list.xlsx             302    403   403       403  403     200      200    200         403         200     403      403          403            403
/forms/EVALUATED/ask-opening/ 302   200   200       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/open-cell/  302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/DRAFTED/arrange/      302    200   200       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/arrange/    302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/            302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/EVALUATED/cells/      302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/hand-in/    302    200   200       200  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/evidence/   302  200  200  200  200  200  200  200  404  200  404  404  404  404
/forms/REVIEWED/evidence/    302  200  200  200  200  200  200  200  404  200  404  404  404  404
/forms/DRAFTED/evidence/     302  404  404  404  404  404  404  404  404  404  404  404  404  404
/forms/REVIEWED/evidence/1/attest/ 302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/REVIEWED/dossier/     302  405  405  405  405  405  405  405  405  405  405  405  405  405
/evidence/0/                 302  404  404  404  404  404  404  404  404  404  404  404  404  404
/evidence/years/             302  403  403  403  403  403  403  200  403  403  403  403  403  403
/forms/EVALUATED/measures/   302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/EVALUATED/measures/0/ 302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/EVALUATED/measures/9/ 302    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/EVALUATED/measures/0/measure.yaml 302 404 404 403 403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/measures/0/choose/ 302 405 405     405  405     405      405    405         405         405     405      405          405            405
/forms/CLOSED/               302    200   200       200  200     200      200    200         404         200     404      404          404            404
/forms/CLOSED/recheck/       302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/REVIEWED/working-paper/pdf/ 302 404 404      404  404     200      200    200         404         200     404      404          404            404
/forms/EVALUATED/working-paper/docx/ 302 404 404    404  404     200      200    200         404         200     404      404          404            404
/forms/REVIEWED/feedback/pdf/ 302   404   404       404  404     200      200    200         404         200     404      404          404            404
/forms/EVALUATED/feedback/pdf/ 302  404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/CLOSED/feedback/docx/ 302    404   404       404  404     404      404    404         404         404     404      404          404            404
/rectification/              302  200  200  200  200  200  200  200  200  200  200  403  403  403
/rectification/ledger.xlsx   302  200  200  200  200  200  200  200  200  200  200  403  403  403
/rectification/proofs/1/     302  404  404  404  404  404  404  404  404  404  404  404  404  404
/result-use/                 302  200  200  200  200  200  200  200  200  200  200  403  403  403
/result-use/list.xlsx        302  200  200  200  200  200  200  200  200  200  200  403  403  403
/forms/CLOSED/rectification/ 302  200  200  200  200  200  200  200  404  200  404  404  404  404
/forms/REVIEWED/rectification/ 302  200  200  200  200  200  200  200  404  200  404  404  404  404
/forms/CLOSED/rectification/issue/ 302  403  403  403  403  200  403  200  404  403  404  404  404  404
/forms/REVIEWED/rectification/issue/ 302  403  403  403  403  403  403  403  404  403  404  404  404  404
/forms/CLOSED/rectification/answer/ 302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/CLOSED/rectification/settle/ 302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/CLOSED/rectification/revoke/ 302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/CLOSED/result-use/    302  403  403  403  403  403  200  200  404  403  404  404  404  404
/circular/                   302  403  403  403  403  200  403  200  403  403  403  403  403  403
/circular/docx/              302  403  403  403  403  200  403  200  403  403  403  403  403  403
/circular/xlsx/              302  403  403  403  403  404  403  404  403  403  403  403  403  403
/scans/                      302    200   200       200  403     403      403    403         403         403     200      403          403            403
/scans/1/                    302    404   404       404  404     404      404    404         404         404     404      404          404            404
/columns/                    302    200   200       403  403     403      403    403         403         403     200      403          403            403
/columns/1/                  302    404   404       404  404     404      404    404         404         404     404      404          404            404
/columns/tables/1/           302    404   404       404  404     404      404    404         404         404     404      404          404            404
/prefill/                    302    200   200       403  403     403      403    403         403         403     200      403          403            403
/prefill/1/                  302    404   404       404  404     404      404    404         404         404     404      404          404            404
/roll-over/                  302    200   200       403  403     403      403    403         403         403     200      403          403            403
/rows/                       302    200   200       200  200     200      200    200         200         200     200      200          200            200
/rows/EVALUATED/             302    404   404       404  404     404      404    404         404         404     404      404          404            404
/rows/proofs/1/              302    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/EVALUATED/rows/       302    200   200       403  403     403      403    403         404         403     404      404          404            404
/forms/REVIEWED/rows/        302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/rows/1/accept/ 302 405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/surveys/           302  200  200  200  200  200  200  200  404  200  404  404  404  404
/forms/CLOSED/surveys/              302  200  200  200  200  200  200  200  404  200  404  404  404  404
/surveys/7/                         302  200  200  200  200  200  200  200  404  200  404  404  404  404
/surveys/7/codes/                   302  405  405  405  405  405  405  405  405  405  405  405  405  405
/surveys/7/questions.pdf            302  200  200  200  200  200  200  200  404  200  404  404  404  404
/surveys/7/paper/                   302  200  200  403  200  403  403  403  404  403  404  404  404  404
/surveys/7/close/                   302  405  405  405  405  405  405  405  405  405  405  405  405  405
/surveys/7/take/                    302  405  405  405  405  405  405  405  405  405  405  405  405  405
/surveys/7/result.json              302  404  404  404  404  404  404  404  404  404  404  404  404  404
/q/                                 200  200  200  200  200  200  200  200  200  200  200  200  200  200
/q/thanks/                          200  200  200  200  200  200  200  200  200  200  200  200  200  200
/draws/                      302    403   403       403  403     403      403    200         403         200     403      403          403            403
/draws/new/                  302    403   403       403  403     403      403    200         403         403     403      403          403            403
/draws/tasks/                302    404   404       404  404     404      404    200         200         404     404      404          404            404
/draws/recompute.py          302    200   200       200  200     200      200    200         200         200     200      200          200            200
/draws/7/                    302    404   404       404  404     404      404    200         404         200     404      404          404            404
/draws/7/plan/               302    404   404       404  404     404      404    200         404         403     404      404          404            404
/draws/7/sizes/              302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/population/         302    404   404       404  404     404      404    200         404         200     404      404          404            404
/draws/7/sample/             302    404   404       404  404     404      404    200         404         200     404      404          404            404
/draws/7/must-check/         302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/assign/             302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/results/            302    404   404       404  404     404      404    200         404         200     404      404          404            404
/draws/7/results.csv         302    404   404       404  404     404      404    404         404         404     404      404          404            404
/draws/7/how/                302    404   404       404  404     404      404    200         404         200     404      404          404            404
/draws/7/frozen.json         302    404   404       404  404     404      404    404         404         404     404      404          404            404
/draws/7/steps/commit/       302    405   405       405  405     405      405    405         405         405     405      405          405            405
/publication/                302    403   403       200  403     200      403    200         403         403     403      403          403            403
/publication/batches/        302    403   403       200  403     200      403    200         403         403     403      403          403            403
/publication/batches/0/      302    404   404       404  404     404      404    404         404         404     404      404          404            404
/publication/batches/0/names/ 302   404   404       404  404     404      404    404         404         404     404      404          404            404
/publication/packages/0/     302    404   404       404  404     404      404    404         404         404     404      404          404            404
/publication/packages/0/withdraw/ 302 405 405       405  405     405      405    405         405         405     405      405          405            405
/forms/CLOSED/propose-publication/ 302 403 403      200  403     200      403    403         404         403     404      404          404            404
/forms/CLOSED/review-secrecy/ 302   403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/PROPOSED/review-secrecy/ 302 403   403       403  403     200      403    200         404         403     404      404          404            404
/publication/preview/PROPOSED/index.html 302 200 200 200 200    200      200    200         404         200     404      404          404            404
/publication/preview/CLOSED/index.html 302 404 404   404 404    404      404    404         404         404     404      404          404            404
/forms/CLOSED/mask-texts/    302    403   403       403  403     403      403    403         404         403     404      404          404            404
/public/                     404    404   404       404  404     404      404    404         404         404     404      404          404            404
/public/1/index.html         404    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/NO-SUCH-FORM/         302    404   404       404  404     404      404    404         404         404     404      404          404            404
"""

ROWS = [line.split() for line in EXPECTED.strip().splitlines()[1:]]
CASES = [(who, row[0], int(row[at])) for row in ROWS for at, who in enumerate(WHO, 1)]
STEPS = {
    "REVIEWED": Step.DEPARTMENT_REVIEW,
    "EVALUATED": Step.SELF_EVALUATION,
    "CLOSED": Step.CLOSED,
    "DRAFTED": Step.TARGET_DRAFT,
}


@pytest.fixture
def forms(city):
    """Return the city with a form at each of the steps under its own number, and a planned draw."""
    for number, step in STEPS.items():
        record = record_at(city, step)
        FormRecord.objects.filter(pk=record.pk).update(number=number)
    draw_at(city, 7)
    survey_at(city, "EVALUATED", 7)
    FormRecord.objects.filter(pk=proposed(city).pk).update(number="PROPOSED")
    return city


@pytest.mark.parametrize("who", WHO)
def test_everybody_gets_from_every_address_what_the_table_says(forms, who):
    client = Client()
    if who != "nobody":
        client.force_login(getattr(forms, who), "django.contrib.auth.backends.ModelBackend")

    got = {
        address: client.get(address).status_code for person, address, _ in CASES if person == who
    }

    assert got == {address: status for person, address, status in CASES if person == who}


def test_the_table_leaves_out_no_address():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}

    assert names == {
        "begin", "home", "log-in", "log-out", "password", "language", "tasks", "batch", "reminders",
        "forms", "form", "cells", "arrange", "act", "journal", "report-style", "health",
        "card", "print", "export", "versions", "last-year",
        "measures", "measure", "measure-file", "move-measure",
        "years", "years-sheet", "form-years", "link-rows", "unlink-rows",
        "year", "help", "hand-in-many", "next-cell", "search",
        "draws", "new-draw", "draw-tasks", "recompute", "draw", "draw-plan", "draw-sizes", "draw-population",
        "draw-sample", "draw-must-check", "draw-assign", "draw-results", "draw-results-csv", "draw-how",
        "draw-paper", "draw-step",
        "surveys", "survey", "survey-codes", "survey-sheet", "survey-paper", "close-survey", "take-survey",
        "survey-result", "answer-survey", "survey-thanks",
        "queue", "queue-sheet", "review-first", "review", "review-scores", "judge",
        "working-paper", "feedback",
        "rectification", "rectification-sheet", "notice", "issue-notice", "answer-notice", "settle-notice",
        "revoke-notice", "demand-proof", "result-uses", "result-use-sheet", "result-use", "circular", "circular-file",
        "dashboard", "dashboard-sheet", "dashboard-summary",
        "evidence", "evidence-paper", "evidence-years", "move-paper", "dossier",
        "roll-over", "scans", "scan", "my-rows", "proof", "answer-rows", "sent-rows", "move-row",
        "prefill", "prefill-intake", "columns", "map-columns", "rows-out",
        "imports", "import", "import-add", "import-pause", "import-report", "import-file", "import-cell",
        "journal-export", "people", "import-people", "roster-template", "change-person", "organisations",
        "publication", "publication-batches", "publication-batch", "publication-names",
        "publication-package", "withdraw-package", "review-secrecy", "mask-texts", "public",
        "public-file", "publication-preview",
        "tokens", "end-token", "api-docs", "api-description",
        "organisation", "posts", "decide-proposals", "end-post", "visits", "unlock", "end-visit",
    }  # fmt: skip
