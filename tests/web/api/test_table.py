"""Every operation, asked for by everybody: who is answered what, written out by hand.

404 is what is not there for somebody, 403 what their posts do not do, 409 what cannot be done now.
REVIEWED stands with the department, so that the hired evaluator does not see it yet.
"""

import pytest
from django.db import transaction

from jiheng.web.api.description import operations
from jiheng.web.api.models import Scope
from tests.web.access.crowd import EVERYBODY, who
from tests.web.api.calling import Program, program_of
from tests.web.api.office import office
from tests.web.api.samples import samples
from tests.web.city import build_city
from tests.web.emptying import empty_database

EXPECTED = """
operation           nobody clerk colleague head section reviewer budget performance third_party auditor stranger system_admin security_admin audit_admin
me                     401   200       200  200     200      200    200         200         200     200      200          200            200         200
list-organisations     401   200       200  200     200      200    200         200         200     200      200          200            200         200
list-forms             401   200       200  200     200      200    200         200         200     200      200          200            200         200
begin-form             401   201       201  403     403      403    403         403         403     403      403          403            403         403
form                   401   200       200  200     200      200    200         200         404     200      404          404            404         404
findings               401   200       200  200     200      200    200         200         404     200      404          404            404         404
scores                 401   200       200  200     200      200    200         200         404     200      404          404            404         404
history                401   200       200  200     200      200    200         200         404     200      404          404            404         404
versions               401   200       200  200     200      200    200         200         404     200      404          404            404         404
differences            401   200       200  200     200      200    200         200         404     200      404          404            404         404
last-year              401   200       200  200     200      200    200         200         404     200      404          404            404         404
save-cells             401   200       200  403     403      403    403         403         404     403      404          404            404         404
actions                401   200       200  200     200      200    200         200         404     200      404          404            404         404
act                    401   403       403  403     403      200    403         403         404     403      404          404            404         404
paper                  401   200       200  200     200      200    200         200         404     200      404          404            404         404
tasks                  401   200       200  200     200      200    200         200         200     200      200          200            200         200
queue                  401   403       403  403     403      200    200         200         403     403      403          403            403         403
reminders              401   200       200  200     200      200    200         200         200     200      200          200            200         200
arrange-rows           401   200       200  403     403      403    403         403         404     403      404          404            404         404
review                 401   403       403  403     403      200    200         200         404     403      404          404            404         404
score-rows             401   403       403  403     403      200    403         403         404     403      404          404            404         404
working-paper          401   404       404  404     404      200    200         200         404     200      404          404            404         404
feedback               401   404       404  404     404      200    200         200         404     200      404          404            404         404
rectification          401   200       200  200     200      200    200         200         404     200      404          404            404         404
issue-notice           401   403       403  403     403      403    403         201         404     403      404          404            404         404
answer-notice          401   200       200  200     403      403    403         403         404     403      404          404            404         404
hand-demand-proof      401   200       200  200     403      403    403         403         404     403      404          404            404         404
settle-notice          401   403       403  403     403      403    403         200         404     403      404          404            404         404
ledger                 401   200       200  200     200      200    200         200         200     200      200          200            200         200
demand-proof           401   200       200  200     200      200    200         200         404     200      404          404            404         404
result-use             401   200       200  200     200      200    200         200         404     200      404          404            404         404
record-use             401   403       403  403     403      403    200         200         404     403      404          404            404         404
dashboard              401   403       403  200     403      200    200         200         403     200      403          403            403         403
years                  401   200       200  200     200      200    200         200         404     200      404          404            404         404
link-rows              401   200       200  403     403      200    403         200         404     403      404          404            404         404
trends                 401   403       403  403     403      200    200         200         403     200      403          403            403         403
publication            401   403       403  200     403      200    403         200         403     403      403          403            403         403
clearance              401   403       403  403     403      200    403         200         404     403      404          404            404         404
review-secrecy         401   403       403  403     403      200    403         200         404     403      404          404            404         404
mask-texts             401   403       403  403     403      200    403         200         404     403      404          404            404         404
preview                401   200       200  200     200      200    200         200         404     200      404          404            404         404
list-batches           401   403       403  200     403      200    403         200         403     403      403          403            403         403
begin-batch            401   403       403  404     403      201    403         201         403     403      403          403            403         403
batch                  401   404       404  404     404      200    404         200         404     404      404          404            404         404
make-package           401   404       404  404     404      202    404         202         404     404      404          404            404         404
names-file             401   404       404  404     404      200    404         200         404     404      404          404            404         404
package                401   404       404  404     404      200    404         200         404     404      404          404            404         404
withdraw-package       401   404       404  404     404      200    404         200         404     404      404          404            404         404
ready-forms            401   200       200  200     200      200    200         200         200     200      200          200            200         200
hand-in                401   200       200  200     200      200    200         200         404     200      404          404            404         404
act-several            401   200       200  200     200      200    200         200         404     200      404          404            404         404
queue-file             401   403       403  403     403      200    200         200         403     403      403          403            403         403
ledger-file            401   200       200  200     200      200    200         200         200     200      200          403            403         403
trends-file            401   403       403  403     403      200    200         200         403     200      403          403            403         403
dashboard-file         401   403       403  200     403      200    200         200         403     200      403          403            403         403
list-uses              401   200       200  200     200      200    200         200         200     200      200          403            403         403
record-uses            401   200       200  200     200      200    200         200         404     200      404          404            404         404
uses-file              401   200       200  200     200      200    200         200         200     200      200          403            403         403
circular               401   403       403  403     403      200    403         200         403     403      403          403            403         403
circular-file          401   403       403  403     403      200    403         200         403     403      403          403            403         403
import-people          401   403       403  403     403      403    403         403         403     403      403          201            403         403
roster-template        401   403       403  403     403      403    403         403         403     403      403          200            403         403
list-mappings          401   200       200  403     403      403    403         403         403     403      200          403            403         403
hand-table             401   201       201  403     403      403    403         403         403     403      403          403            403         403
table                  401   200       404  404     404      404    404         404         404     404      404          404            404         404
map-table              401   200       404  404     404      404    404         404         404     404      404          404            404         404
rows-out               401   200       200  404     404      404    404         404         404     404      404          404            404         404
rows-file              401   200       200  404     404      404    404         404         404     404      404          404            404         404
list-draws             401   403       403  403     403      403    403         200         403     200      403          403            403         403
plan-draw              401   403       403  403     403      403    403         201         403     403      403          403            403         403
draw                   401   404       404  404     404      404    404         200         404     200      404          404            404         404
draw-paper             401   404       404  404     404      404    404         200         404     200      404          404            404         404
population             401   404       404  404     404      404    404         200         404     200      404          404            404         404
sample                 401   404       404  404     404      404    404         200         404     200      404          404            404         404
draw-results           401   404       404  404     404      404    404         200         404     200      404          404            404         404
results-file           401   404       404  404     404      404    404         200         404     200      404          404            404         404
change-draw            401   404       404  404     404      404    404         200         404     403      404          404            404         404
size-draw              401   404       404  404     404      404    404         200         404     403      404          404            404         404
step-draw              401   404       404  404     404      404    404         200         404     403      404          404            404         404
must-check             401   404       404  404     404      404    404         200         404     403      404          404            404         404
assign-forms           401   404       404  404     404      404    404         200         404     403      404          404            404         404
recompute              401   200       200  200     200      200    200         200         200     200      200          200            200         200
draw-tasks             401   404       404  404     404      404    404         200         200     404      404          404            404         404
my-rows                401   200       200  200     200      200    200         200         200     200      200          200            200         200
form-rows              401   200       200  403     403      403    403         403         404     403      404          404            404         404
send-rows              401   201       201  403     403      403    403         403         404     403      404          404            404         404
move-row               401   200       200  403     403      403    403         403         404     403      404          404            404         404
asked-rows             401   404       404  404     200      404    404         404         404     404      404          404            404         404
answer-rows            401   404       404  404     200      404    404         404         404     404      404          404            404         404
hand-proof             401   404       404  404     200      404    404         404         404     404      404          404            404         404
proof                  401   200       200  200     200      200    200         200         404     200      404          404            404         404
read-files             401   201       201  403     403      403    403         403         403     403      403          403            403         403
prefill                401   200       404  404     404      404    404         404         404     404      404          404            404         404
take-prefill           401   200       404  404     404      404    404         404         404     404      404          404            404         404
candidates             401   200       200  403     403      403    403         403         403     403      200          403            403         403
roll-over              401   200       200  403     403      403    403         403         403     403      200          403            403         403
list-imports           401   200       200  403     403      200    403         200         403     403      200          403            403         403
begin-import           401   201       201  403     403      201    403         201         403     403      201          403            403         403
import                 401   200       404  404     404      404    404         404         404     404      404          404            404         404
add-files              401   200       404  404     404      404    404         404         404     404      404          404            404         404
import-files           401   200       404  404     404      404    404         404         404     404      404          404            404         404
pause-import           401   200       404  404     404      404    404         404         404     404      404          404            404         404
import-questions       401   200       404  404     404      404    404         404         404     404      404          404            404         404
answer-import          401   200       404  404     404      404    404         404         404     404      404          404            404         404
import-report          401   200       404  404     404      404    404         404         404     404      404          404            404         404
form-surveys           401   200   200   200   200   200   200   200   404   200   404   404   404   404
begin-survey           401   201   201   403   403   403   403   403   404   403   404   404   404   404
survey                 401   200   200   200   200   200   200   200   404   200   404   404   404   404
close-survey           401   200   200   403   403   403   403   403   404   403   404   404   404   404
form-evidence          401   200       200  200     200      200    200         200         404     200      404          404            404         404
attach-papers          401   201       201  403     403      403    403         403         404     403      404          404            404         404
move-paper             401   403       403  403     403      200    403         403         404     403      404          404            404         404
evidence-file          401   200       200  200     200      200    200         200         404     200      404          404            404         404
seal-form              401   403       403  403     403      200    200         200         404     200      404          404            404         404
form-measures          401   200       200  200     200      200    200         200         404     200      404          404            404         404
choose-measure         401   200       200  403     403      403    403         403         404     403      404          404            404         404
measure-file           401   200       200  403     403      403    403         403         404     403      404          404            404         404
hand-result            401   409       409  403     403      403    403         403         404     403      404          404            404         404
run-measure            401   409       409  403     403      403    403         403         404     403      404          404            404         404
evidence-years         401   403       403  403     403      403    403         200         403     403      403          403            403         403
ask-evidence           401   403       403  403     403      403    403         200         403     403      403          403            403         403
bring-scan             401   200       200  200     403      403    403         403         403     403      200          403            403         403
form-scans             401   200       200  200     200      200    200         200         404     200      404          404            404         404
scan-file              401   200       200  200     200      200    200         200         404     200      404          404            404         404
list-people            401   403       403  403     403      403    403         403         403     403      403          200            403         403
add-person             401   403       403  403     403      403    403         403         403     403      403          201            403         403
change-person          401   403       403  403     403      403    403         403         403     403      403          200            403         403
reset-password         401   403       403  403     403      403    403         403         403     403      403          200            403         403
add-organisation       401   403       403  403     403      403    403         403         403     403      403          201            403         403
change-organisation    401   403       403  403     403      403    403         403         403     403      403          200            403         403
list-posts             401   403       403  403     403      403    403         403         403     403      403          403            200         403
give-post              401   403       403  403     403      403    403         403         403     403      403          403            201         403
take-post              401   403       403  403     403      403    403         403         403     403      403          403            200         403
decide-proposal        401   403       403  403     403      403    403         403         403     403      403          403            200         403
list-sessions          401   200       200  200     200      200    200         200         200     200      200          200            200         200
end-session            401   200       404  404     404      404    404         404         404     404      404          404            200         404
unlock-person          401   403       403  403     403      403    403         403         403     403      403          403            200         403
list-tokens            401   200       200  200     200      200    200         200         200     200      200          200            200         200
end-token              401   200       404  404     404      404    404         404         404     404      404          404            200         404
journal                401   403       403  403     403      403    403         403         403     403      403          403            403         200
journal-chain          401   403       403  403     403      403    403         403         403     403      403          403            403         200
journal-file           401   403       403  403     403      403    403         403         403     403      403          403            403         200
"""

WHO = ("nobody", *EVERYBODY)
ROWS = [line.split() for line in EXPECTED.strip().splitlines()[1:]]
TABLE = {row[0]: dict(zip(WHO, map(int, row[1:]), strict=True)) for row in ROWS}


@pytest.fixture(scope="module")
def at_work(django_db_setup, django_db_blocker):
    """Return the city and what there is in its office, told once for all tests of this file."""
    with django_db_blocker.unblock():
        city = build_city()
        yield city, office(city)
        empty_database()


@pytest.fixture
def city(db, at_work):
    """Return the city; what a test does to it does not stay."""
    return at_work[0]


@pytest.fixture
def calls(at_work):
    """Return a call of every operation, with files that nobody has read yet."""
    return samples(*at_work)


def answers(calls, program) -> dict[str, int]:
    """Return the status of every call; nothing that is done stays."""
    program.client.raise_request_exception = False
    return {name: _tried(sample, program) for name, sample in calls.items()}


def _tried(sample, program) -> int:
    with transaction.atomic():
        try:
            answer = sample.sent(program)
            # A file is open until it is read.
            b"".join(answer)
            return answer.status_code
        finally:
            transaction.set_rollback(True)


@pytest.mark.parametrize("name", WHO)
def test_everybody_is_answered_what_the_table_says(city, calls, name):
    program = Program("") if name == "nobody" else program_of(who(city, name))

    assert answers(calls, program) == {each: row[name] for each, row in TABLE.items()}


@pytest.mark.parametrize("name", ["clerk", "system_admin", "security_admin"])
def test_a_token_that_may_only_read_does_nothing(city, calls, name):
    program = program_of(who(city, name), Scope.READ)
    writing = {each.name for each in operations() if each.writes}

    got = answers({each: calls[each] for each in writing}, program)

    assert got == dict.fromkeys(writing, 403)


def test_a_form_that_is_not_there_and_one_out_of_reach_look_alike(city, calls):
    program = program_of(city.stranger)
    theirs = program.get("/forms/REVIEWED")
    nobodys = program.get("/forms/NO-SUCH-FORM")

    assert (theirs.status_code, theirs.content) == (404, nobodys.content)


def test_the_table_leaves_out_no_operation(calls):
    names = {each.name for each in operations()}

    assert set(TABLE) == names
    assert set(calls) == names
