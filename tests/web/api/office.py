"""A city in which every operation has something to be about."""

from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.papers import PaperSeen
from jiheng.web.api.models import Token
from jiheng.web.chain.actions.issue_notice import issue_notice
from jiheng.web.chain.steps import Step
from jiheng.web.columns.taking import proposed as guessed
from jiheng.web.columns.taking import save_mapping, table_of, take_table
from jiheng.web.evidence.keeping import attach
from jiheng.web.evidence.models import Paper
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import store
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.imports.models import BatchFile
from jiheng.web.measures.choosing import choose, ready
from jiheng.web.people.models import Appointment, Proposal, Visit
from jiheng.web.prefill.models import Intake
from jiheng.web.publication.releasing import release
from jiheng.web.rectification.models import Demand, DemandProof
from jiheng.web.rectification.wishes import NoticeWish, Wanted
from jiheng.web.sampling.sample import assign
from jiheng.web.scans.models import Scan
from jiheng.web.scans.numbers import NumbersApart, encoded
from jiheng.web.sections.models import Proof
from jiheng.web.surveys.asked import begin
from jiheng.web.surveys.models import Questionnaire
from tests.web.api.calling import token_of
from tests.web.chain.orders import order
from tests.web.city import FORM, City, record_at
from tests.web.imports.handing import form, imported, word
from tests.web.publication.cleared import batch_of, cleared, proposed
from tests.web.sampling.office import Office as Draws
from tests.web.sections.test_sending import send as sent
from tests.web.sections.test_sending import sending
from tests.web.surveys.asking import WISH

STEPS = {
    "DRAFT": Step.TARGET_DRAFT,
    "EVALUATED": Step.SELF_EVALUATION,
    "REVIEWED": Step.DEPARTMENT_REVIEW,
    "RECHECKED": Step.FINANCE_RECHECK,
    "NOTICED": Step.FINANCE_RECHECK,
    "CLOSED": Step.CLOSED,
    "GIVEN": Step.FINANCE_RECHECK,
}


class Office(Struct, frozen=True, kw_only=True):
    """Keys of what there is: who has what is in the names.

    Attributes:
        row: of EVALUATED, sent to 吴花.
        post: of 周杰出.
        visit: of 李芳.
        scan: of REVIEWED, which has a form of the year before, too.
        paper: of REVIEWED, which nobody can read but people.
        proof: handed in with the row.
        demand: of the notice on NOTICED, with a proof.
        survey: of REVIEWED, begun before it was handed in.
        token: of 李芳, who has several.
        table: handed over by 李芳; mapping: of her unit.
        planned: a draw that was only planned.
        drawn: a draw that was drawn, of which 顾平 was given GIVEN to review.
        batch: of the bureau, of which CLEARED went out in a package; PROPOSED waits for its review.
    """

    imported: int
    file: int
    intake: int
    row: int
    proposal: int
    post: int
    visit: int
    token: int
    proof: int
    scan: int
    paper: int
    demand: int
    demand_proof: int
    table: int
    mapping: int
    planned: int
    drawn: int
    batch: int
    package: int
    survey: int


def office(city: City) -> Office:
    """Return the city at work."""
    for number, step in STEPS.items():
        record = record_at(city, step)
        FormRecord.objects.filter(pk=record.pk).update(number=number)
    record_at(city, Step.CLOSED, form=replace(FORM, year=2023))
    batch = imported(city.clerk, ("无名.docx", word(form(name=None))))
    intake = Intake.objects.create(
        person=city.clerk, organisation=city.centre, year=2026, at=timezone.now()
    )
    (row,) = sent(sending(city, FormRecord.objects.get(number="EVALUATED")))
    evaluated = FormRecord.objects.get(number="EVALUATED")
    choose(city.clerk, evaluated, 0, FORM.indicators[0].name, ready("card-holders", 2024))
    proposal = Proposal.objects.create(
        person=city.clerk, role="head", organisation=city.centre, made_by=city.system_admin
    )
    session = SessionStore()
    session.create()
    visit = Visit.objects.create(person=city.clerk, session_key=session.session_key)
    token_of(city.clerk)
    demand = _demand(city)
    file = store((b"paper",), "盖章.pdf", city.clerk)
    listed = SimpleUploadedFile("导出.csv", "项目名称,指标值\n培训,≥70%\n".encode())
    table = take_table(city.clerk, city.centre, 2026, listed)
    draws = Draws(city=city, records=())
    drawn = draws.drawn()
    assign(city.performance, drawn.pk, ("GIVEN",), city.third_party.pk, timezone.localdate())
    for number, made in (("PROPOSED", proposed(city)), ("CLEARED", cleared(city))):
        FormRecord.objects.filter(pk=made.pk).update(number=number)
    package = release(batch_of(city), city.reviewer)
    return Office(
        imported=batch.pk,
        file=BatchFile.objects.get(batch=batch).pk,
        intake=intake.pk,
        row=row.pk,
        proposal=proposal.pk,
        post=Appointment.objects.get(person=city.head).pk,
        visit=visit.pk,
        token=Token.objects.filter(person=city.clerk).latest("id").pk,
        proof=Proof.objects.create(sent=row, file=file).pk,
        scan=_scan(city, file).pk,
        demand=demand.pk,
        demand_proof=DemandProof.objects.create(demand=demand, file=file).pk,
        table=table.pk,
        mapping=save_mapping(city.centre, guessed(table, table_of(table)), city.clerk).pk,
        planned=draws.planned(title="补充抽查").pk,
        drawn=drawn.pk,
        paper=_paper(city, file).pk,
        batch=package.batch.pk,
        package=package.pk,
        survey=_survey(city).pk,
    )


def _survey(city: City) -> Questionnaire:
    made = begin(city.clerk, FormRecord.objects.get(number="EVALUATED"), WISH)
    made.record = FormRecord.objects.get(number="REVIEWED")
    made.save(update_fields=["record"])
    return made


def _demand(city: City) -> Demand:
    wish = NoticeWish(
        due=timezone.localdate(), demands=(Wanted(found="缺台账", wanted="补交台账"),)
    )
    record = FormRecord.objects.get(number="NOTICED")
    issue_notice(order(city.performance, record, reason="请整改"), wish)
    return Demand.objects.get(notice__record=record)


def _paper(city: City, file: StoredFile) -> Paper:
    record = FormRecord.objects.get(number="REVIEWED")
    return attach(city.clerk, record, "indicators[0]", file, PaperSeen(kind="unreadable"))


def _scan(city: City, file: StoredFile) -> Scan:
    record = FormRecord.objects.get(number="REVIEWED")
    return Scan.objects.create(
        record=record,
        version=FormVersion.objects.get(record=record),
        code="7K2M9-4QWXR",
        file=file,
        pages="1",
        has_text=False,
        numbers=encoded(NumbersApart()),
        brought_by=city.clerk,
        brought_at=timezone.now(),
    )
