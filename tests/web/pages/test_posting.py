"""Every address, posted to by everybody with nothing in hand: nobody gets further than they may.

302 is the log-in for nobody, and for others a page after something was done, or was told not to
be; 409 asks again, because nothing was sent; 400 cannot be read; 405 is a page that only shows.
"""

from copy import deepcopy
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser
from tests.web.pages.test_urls import EXPECTED as SHOWN
from tests.web.publication.cleared import proposed
from tests.web.sampling.office import draw_at
from tests.web.surveys.asking import survey_at

EXPECTED = """
address                             nobody clerk colleague head section reviewer budget performance third_party auditor stranger system_admin security_admin audit_admin
/                                   302    405   405       405  405     405      405    405         405         405     405      405          405            405
/log-in/                            200    302   302       302  302     302      302    302         302         302     302      302          302            302
/log-out/                           302    302   302       302  302     302      302    302         302         302     302      302          302            302
/password/                          302    200   200       200  200     200      200    200         200         200     200      200          200            200
/language/                          302    302   302       302  302     302      302    302         302         302     302      302          302            302
/report.css                         200    200   200       200  200     200      200    200         200         200     200      200          200            200
/health/                            405    405   405       405  405     405      405    405         405         405     405      405          405            405
/tasks/                             302    405   405       405  405     405      405    405         405         405     405      405          405            405
/tasks/hand-in/                     302    302   302       302  302     302      302    302         302         302     302      302          302            302
/reminders/                         302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/                             302    405   405       405  405     405      405    405         405         405     405      405          405            405
/year/                              302    302   302       302  302     302      302    302         302         302     302      302          302            302
/help/                              302    405   405       405  405     405      405    405         405         405     405      405          405            405
/search/                            302    405   405       405  405     405      405    405         405         405     405      405          405            405
/hand-in/                           302    409   409       409  409     409      409    409         409         409     409      409          409            409
/review/                            302    405   405       405  405     405      405    405         405         405     405      405          405            405
/review/list.xlsx                   302    405   405       405  405     405      405    405         405         405     405      405          405            405
/review/first/                      302    405   405       405  405     405      405    405         405         405     405      405          405            405
/review/REVIEWED/                   302    405   405       405  405     405      405    405         405         405     405      405          405            405
/review/CLOSED/                     302    405   405       405  405     405      405    405         405         405     405      405          405            405
/review/REVIEWED/scores/            302    403   403       403  403     409      409    409         404         403     404      404          404            404
/review/CLOSED/scores/              302    403   403       403  403     409      409    409         404         403     404      404          404            404
/forms/REVIEWED/working-paper/pdf/  302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/feedback/pdf/       302    405   405       405  405     405      405    405         405         405     405      405          405            405
/review/REVIEWED/send-back/         302    403   403       403  403     409      302    302         404         403     404      404          404            404
/dashboards/                        302    405   405       405  405     405      405    405         405         405     405      405          405            405
/dashboards/figures.xlsx            302    405   405       405  405     405      405    405         405         405     405      405          405            405
/dashboards/summary.pdf             302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/next/              302    405   405       405  405     405      405    405         405         405     405      405          405            405
/journal/                           302    403   403       403  403     403      403    403         403         403     403      403          403            405
/journal/csv/                       302    403   403       403  403     403      403    403         403         403     403      403          403            405
/people/                            302    403   403       403  403     403      403    403         403         403     403      404          403            403
/people/import/                     302    403   403       403  403     403      403    403         403         403     403      409          403            403
/people/people.xlsx                 302    403   403       403  403     403      403    403         403         403     403      405          403            403
/people/1/reset/                    302    403   403       403  403     403      403    403         403         403     403      200          403            403
/organisations/                     302    403   403       403  403     403      403    403         403         403     403      404          403            403
/organisations/0/                   302    403   403       403  403     403      403    403         403         403     403      404          403            403
/posts/                             302    403   403       403  403     403      403    403         403         403     403      403          404            403
/posts/proposals/                   302    403   403       403  403     403      403    403         403         403     403      403          302            403
/posts/1/end/                       302    403   403       403  403     403      403    403         403         403     403      403          302            403
/visits/                            302    405   405       405  405     405      405    405         405         405     405      405          405            405
/visits/unlock/                     302    403   403       403  403     403      403    403         403         403     403      403          404            403
/visits/0/end/                      302    404   404       404  404     404      404    404         404         404     404      404          404            404
/tokens/                     302    409   409       409  409     409      409    409         409         409     409      409          409            409
/tokens/1/end/               302    404   404       404  404     404      404    404         404         404     404      404          404            404
/api/v1/docs                 302    405   405       405  405     405      405    405         405         405     405      405          405            405
/api/v1/openapi.json         405    405   405       405  405     405      405    405         405         405     405      405          405            405
/begin/                             302    409   409       403  403     403      403    403         403         403     409      403          403            403
/imports/                           302    409   409       403  403     409      403    409         403         403     409      403          403            403
/imports/0/                         302    405   405       405  405     405      405    405         405         405     405      405          405            405
/imports/0/add/                     302    404   404       404  404     404      404    404         404         404     404      404          404            404
/imports/0/pause/                   302    404   404       404  404     404      404    404         404         404     404      404          404            404
/imports/0/report/                  302    405   405       405  405     405      405    405         405         405     405      405          405            405
/imports/0/forms/0/cell/            302    405   405       405  405     405      405    405         405         405     405      405          405            405
/imports/0/files/0/                 302    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/REVIEWED/                    302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/cells/              302    409   409       409  409     409      409    409         404         409     404      404          404            404
/forms/REVIEWED/send-back/          302    403   403       403  403     409      403    403         404         403     404      404          404            404
/forms/REVIEWED/withdraw/           302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/REVIEWED/card/               302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/print/              302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/export/xlsx/        302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/versions/           302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/REVIEWED/last-year/          302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/ask-opening/       302    409   409       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/open-cell/         302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/DRAFTED/arrange/             302    400   400       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/arrange/           302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/                   302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/cells/             302    302   302       409  409     409      409    409         404         409     404      404          404            404
/forms/EVALUATED/hand-in/           302    302   302       302  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/evidence/   302  409  409  403  403  403  403  403  404  403  404  404  404  404
/forms/REVIEWED/evidence/    302  403  403  403  403  403  403  403  404  403  404  404  404  404
/forms/REVIEWED/evidence/1/attest/ 302  404  404  404  404  404  404  404  404  404  404  404  404  404
/forms/EVALUATED/dossier/    302  403  403  403  403  403  403  403  404  403  404  404  404  404
/forms/REVIEWED/dossier/     302  403  403  403  403  200  200  200  404  200  404  404  404  404
/evidence/0/                 302  405  405  405  405  405  405  405  405  405  405  405  405  405
/evidence/years/             302  403  403  403  403  403  403  404  403  403  403  403  403  403
/forms/EVALUATED/measures/          302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/measures/0/        302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/measures/0/measure.yaml 302 405 405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/measures/0/choose/ 302    409   409       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/measures/0/own/    302    409   409       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/measures/0/drop/   302    302   302       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/measures/0/hand-in/ 302   409   409       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/measures/0/run/    302    404   404       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/measures/0/replay/ 302    404   404       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/measures/0/take/   302    302   302       403  403     403      403    403         404         403     404      404          404            404
/forms/CLOSED/                      302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/CLOSED/recheck/              302    403   403       403  403     403      403    403         404         403     404      404          404            404
/rectification/                     302  405  405  405  405  405  405  405  405  405  405  405  405  405
/rectification/ledger.xlsx          302  405  405  405  405  405  405  405  405  405  405  405  405  405
/rectification/proofs/1/            302  405  405  405  405  405  405  405  405  405  405  405  405  405
/result-use/                        302  302  302  302  302  302  302  302  302  302  302  403  403  403
/result-use/list.xlsx               302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/CLOSED/rectification/        302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/CLOSED/rectification/issue/  302  403  403  403  403  409  403  409  404  403  404  404  404  404
/forms/CLOSED/rectification/answer/ 302  409  409  409  409  409  409  409  404  409  404  404  404  404
/forms/CLOSED/rectification/settle/ 302  409  409  409  409  409  409  409  404  409  404  404  404  404
/forms/CLOSED/rectification/revoke/ 302  409  409  409  409  409  409  409  404  409  404  404  404  404
/forms/CLOSED/result-use/           302  403  403  403  403  403  409  409  404  403  404  404  404  404
/circular/                          302  405  405  405  405  405  405  405  405  405  405  405  405  405
/circular/pdf/                      302  405  405  405  405  405  405  405  405  405  405  405  405  405
/years/                             302  405  405  405  405  405  405  405  405  405  405  405  405  405
/years/list.xlsx                    302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/EVALUATED/years/             302  405  405  405  405  405  405  405  405  405  405  405  405  405
/forms/EVALUATED/years/link/        302  302  302  403  403  302  403  302  404  403  404  404  404  404
/forms/EVALUATED/years/unlink/      302  302  302  403  403  302  403  302  404  403  404  404  404  404
/publication/                       302  405  405  405  405  405  405  405  405  405  405  405  405  405
/publication/batches/               302  403  403  404  403  404  403  404  403  403  403  403  403  403
/publication/batches/0/             302  404  404  404  404  404  404  404  404  404  404  404  404  404
/publication/batches/0/names/       302  405  405  405  405  405  405  405  405  405  405  405  405  405
/publication/packages/0/            302  405  405  405  405  405  405  405  405  405  405  405  405  405
/publication/packages/0/withdraw/   302  404  404  404  404  404  404  404  404  404  404  404  404  404
/forms/CLOSED/propose-publication/  302  403  403  302  403  302  403  403  404  403  404  404  404  404
/forms/CLOSED/review-secrecy/       302  403  403  403  403  403  403  403  404  403  404  404  404  404
/forms/PROPOSED/review-secrecy/     302  403  403  403  403  409  403  409  404  403  404  404  404  404
/forms/CLOSED/mask-texts/           302  403  403  403  403  403  403  403  404  403  404  404  404  404
/publication/preview/PROPOSED/index.html 302 405 405 405 405  405  405  405  405  405  405  405  405  405
/public/                            404  404  404  404  404  404  404  404  404  404  404  404  404  404
/public/1/index.html                404  404  404  404  404  404  404  404  404  404  404  404  404  404
/scans/                             302    409   409       409  403     403      403    403         403         403     409      403          403            403
/scans/1/                           302    405   405       405  405     405      405    405         405         405     405      405          405            405
/columns/                           302    409   409       403  403     403      403    403         403         403     409      403          403            403
/columns/1/                         302    405   405       405  405     405      405    405         405         405     405      405          405            405
/columns/tables/1/                  302    404   404       404  404     404      404    404         404         404     404      404          404            404
/prefill/                           302    409   409       403  403     403      403    403         403         403     409      403          403            403
/prefill/1/                         302    404   404       404  404     404      404    404         404         404     404      404          404            404
/roll-over/                         302    302   302       403  403     403      403    403         403         403     302      403          403            403
/rows/                              302    405   405       405  405     405      405    405         405         405     405      405          405            405
/rows/EVALUATED/                    302    404   404       404  404     404      404    404         404         404     404      404          404            404
/rows/proofs/1/                     302    405   405       405  405     405      405    405         405         405     405      405          405            405
/forms/EVALUATED/rows/              302    409   409       403  403     403      403    403         404         403     404      404          404            404
/forms/REVIEWED/rows/               302    403   403       403  403     403      403    403         404         403     404      404          404            404
/forms/EVALUATED/rows/1/accept/     302    404   404       404  404     404      404    404         404         404     404      404          404            404
/forms/EVALUATED/surveys/           302  409  409  403  403  403  403  403  404  403  404  404  404  404
/surveys/7/                         302  405  405  405  405  405  405  405  405  405  405  405  405  405
/surveys/7/codes/                   302  200  200  302  302  302  302  302  404  302  404  404  404  404
/surveys/7/questions.pdf            302  405  405  405  405  405  405  405  405  405  405  405  405  405
/surveys/7/paper/                   302  409  409  403  409  403  403  403  404  403  404  404  404  404
/surveys/7/close/                   302  302  302  302  302  302  302  302  404  302  404  404  404  404
/surveys/7/take/                    302  302  302  302  302  302  302  302  404  302  404  404  404  404
/surveys/7/result.json              302  405  405  405  405  405  405  405  405  405  405  405  405  405
/q/                                 404  404  404  404  404  404  404  404  404  404  404  404  404  404
/q/thanks/                          405  405  405  405  405  405  405  405  405  405  405  405  405  405
/draws/                             302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/new/                         302    403   403       403  403     403      403    404         403         403     403      403          403            403
/draws/tasks/                       302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/recompute.py                 302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/                           302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/plan/                      302    404   404       404  404     404      404    404         404         403     404      404          404            404
/draws/7/sizes/                     302    404   404       404  404     404      404    302         404         403     404      404          404            404
/draws/7/population/                302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/sample/                    302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/must-check/                302    404   404       404  404     404      404    302         404         403     404      404          404            404
/draws/7/assign/                    302    404   404       404  404     404      404    302         404         403     404      404          404            404
/draws/7/results/                   302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/results.csv                302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/how/                       302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/frozen.json                302    405   405       405  405     405      405    405         405         405     405      405          405            405
/draws/7/steps/commit/              302    404   404       404  404     404      404    302         404         403     404      404          404            404
/forms/NO-SUCH-FORM/                302    405   405       405  405     405      405    405         405         405     405      405          405            405
/tasks/declare/                     302    302   302       302  302     302      302    302         302         302     302      302          302            302
/forms/REVIEWED/review-department/  302    403   403       403  403     302      403    403         404         403     404      404          404            404
/review/REVIEWED/review-department/ 302    403   403       403  403     302      302    302         404         403     404      404          404            404
/forms/EVALUATED/withdraw/          302    403   403       403  403     403      403    403         404         403     404      404          404            404
/people/1/disable/                  302    403   403       403  403     403      403    403         403         403     403      302          403            403
/forms/EVALUATED/rows/1/take-back/  302    404   404       404  404     404      404    404         404         404     404      404          404            404
"""

WHO, *ROWS = [line.split() for line in EXPECTED.strip().splitlines()]
EVERYBODY = WHO[1:]
STEPS = {
    "REVIEWED": Step.DEPARTMENT_REVIEW,
    "EVALUATED": Step.SELF_EVALUATION,
    "CLOSED": Step.CLOSED,
    "DRAFTED": Step.TARGET_DRAFT,
}


@pytest.fixture
def forms(city):
    """Return the city with a form at each of the steps under its own number, one proposed, a draw."""
    for number, step in STEPS.items():
        record = record_at(city, step)
        FormRecord.objects.filter(pk=record.pk).update(number=number)
    FormRecord.objects.filter(pk=proposed(city).pk).update(number="PROPOSED")
    draw_at(city, 7)
    survey_at(city, "EVALUATED", 7)
    return city


def posted(client: Client, address: str) -> int:
    """Return the status of a request of which nothing is kept."""
    kept = deepcopy(client.cookies)
    with transaction.atomic():
        answer = client.post(address)
        # A file is open until it is read.
        b"".join(answer)
        transaction.set_rollback(True)
    client.cookies = kept
    return answer.status_code


@pytest.mark.slow
@pytest.mark.parametrize("who", EVERYBODY)
def test_everybody_gets_what_the_table_says(forms, who):
    client = Client() if who == "nobody" else at_browser(getattr(forms, who))
    at = WHO.index(who)

    got = {address: posted(client, address) for address, *_ in ROWS}

    assert got == {row[0]: int(row[at]) for row in ROWS}


@pytest.mark.slow
def test_no_address_takes_a_request_that_another_site_sends(forms):
    client = Client(enforce_csrf_checks=True)
    client.force_login(forms.clerk, "django.contrib.auth.backends.ModelBackend")

    got = {address: client.post(address).status_code for address, *_ in ROWS}

    assert {address: status for address, status in got.items() if status != 403} == {}


def test_one_who_does_not_judge_moves_nothing_on(forms):
    for who in ("budget", "performance", "auditor", "colleague", "stranger"):
        client = at_browser(getattr(forms, who))
        client.post("/review/REVIEWED/review-department/")
        client.post("/review/REVIEWED/send-back/", {"reason": "不行"})

    assert FormRecord.objects.get(number="REVIEWED").step == Step.DEPARTMENT_REVIEW


def test_the_tables_leave_out_no_address():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    shown = [line.split()[0] for line in SHOWN.strip().splitlines()[1:]]

    assert {resolve(row[0]).url_name for row in ROWS} == names
    assert {resolve(urlsplit(address).path).url_name for address in shown} == names
