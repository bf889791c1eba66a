"""Papers are attached while a form is open, looked into, attested by who judges it, taken away."""

import pytest
from msgspec.structs import replace

from jiheng.model.proof import Strength
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Step
from jiheng.web.evidence.doing import attest, remove, take_back
from jiheng.web.evidence.looking import look
from jiheng.web.evidence.models import Paper
from jiheng.web.files.storing import store
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import CellChange, form_of, save_changes
from jiheng.web.forms.summary import read_summary
from jiheng.web.journal.models import Entry
from jiheng.web.sections.answering import Answer, answer
from jiheng.web.sections.sending import send
from tests.pipeline.proving.test_proved import measured
from tests.web.chain.orders import order
from tests.web.city import record_at
from tests.web.evidence.papers import FEWER, MONEY, NAMES, PICTURE, TRAINED, attached, looked_at
from tests.web.sections.test_sending import sending


@pytest.fixture
def record(city):
    """Return 李芳's form, which is being evaluated."""
    return record_at(city, Step.SELF_EVALUATION)


def strength(record, row=TRAINED):
    record.refresh_from_db()
    proofs = judged_here(form_of(record), record.papers).scored.proofs
    return proofs and proofs.of(row).strength


def handed_in(city, record):
    hand_in(order(city.clerk, record))
    record.refresh_from_db()
    return record


def test_a_form_without_papers_has_nothing_to_say_of_them(record):
    assert record.papers == ""
    assert strength(record) is None


def test_a_list_that_names_as_many_as_the_form_says_is_good_proof(city, record):
    attached(city.clerk, record)

    assert strength(record) is Strength.SUFFICIENT


def test_a_list_that_names_fewer_is_weak_proof(city, record):
    attached(city.clerk, record, FEWER)

    assert strength(record) is Strength.WEAK


@pytest.mark.parametrize(
    ("value", "expected"), [("1260", Strength.RECOMPUTED), ("1259", Strength.WEAK)]
)
def test_a_result_of_a_measure_is_the_best_proof_or_contradicts(city, record, value, expected):
    attached(city.clerk, record, measured(value, ("培训人数",)), name="培训人数.json")

    assert strength(record) is expected


def test_what_a_section_hands_in_is_a_paper_of_its_row(city, record):
    (row,) = send(replace(sending(city, record), rows=(TRAINED,)))
    file = store([NAMES], "名单.csv", city.section)
    answer(city.section, record, (Answer(sent=row.pk, files=(file,)),), is_final=False)

    look.call(Paper.objects.get(row=TRAINED).pk)

    assert strength(record) is Strength.SUFFICIENT


def test_a_paper_is_weighed_anew_when_the_value_changes(city, record):
    attached(city.clerk, record, FEWER)

    save_changes(record, (CellChange(path=f"{TRAINED}.actual", new="1259人"),), city.clerk)

    assert strength(record) is Strength.SUFFICIENT


def test_a_list_knows_how_many_points_have_evidence(city, record):
    attached(city.clerk, record)

    assert read_summary(record.summary).supported == "50"


def test_the_same_bytes_are_a_rows_paper_once(city, record):
    attached(city.clerk, record)
    attached(city.clerk, record, name="又一份.csv")

    assert Paper.objects.count() == 1


def test_the_journal_says_who_attached_what(city, record):
    attached(city.clerk, record)

    entry = Entry.objects.get(action="attach-paper")
    assert (entry.person_name, entry.subject) == ("李芳", record.number)
    assert "名单.csv" in entry.detail


@pytest.mark.parametrize("row", ["indicators[9]", "total", "", "indicators[0].score"])
def test_papers_belong_to_rows_with_points(city, record, row):
    with pytest.raises(Refused, match="paper-row"):
        attached(city.clerk, record, row=row)


@pytest.mark.parametrize("name", ["reviewer", "section", "auditor", "stranger", "system_admin"])
def test_only_whoever_fills_the_form_in_attaches_papers(city, record, name):
    with pytest.raises(Refused, match=r"ruling\."):
        attached(getattr(city, name), record)


def test_nobody_attaches_papers_to_a_form_that_was_handed_in(city, record):
    handed_in(city, record)

    with pytest.raises(Refused, match=r"ruling\."):
        attached(city.clerk, record)


def test_nobody_takes_papers_away_from_a_form_that_was_handed_in(city, record):
    paper = attached(city.clerk, record)
    handed_in(city, record)

    with pytest.raises(Refused, match=r"ruling\."):
        remove(city.clerk, paper)


def test_a_paper_that_is_taken_away_proves_nothing(city, record):
    paper = attached(city.clerk, record)

    remove(city.clerk, paper)

    assert strength(record) is None
    assert Entry.objects.filter(action="remove-paper").count() == 1


def test_a_picture_waits_for_the_worker(city, record):
    attached(city.clerk, record, PICTURE, name="照片.png")

    proofs = judged_here(form_of(record), record.papers).scored.proofs
    assert [look.kind for look in proofs.of(TRAINED).looks] == ["waiting"]


def test_what_the_worker_cannot_read_is_weak_proof(city, record):
    paper = attached(city.clerk, record, PICTURE, name="照片.png")

    look.call(paper.pk)

    record.refresh_from_db()
    proofs = judged_here(form_of(record), record.papers).scored.proofs
    assert [each.kind for each in proofs.of(TRAINED).looks] == ["unreadable"]


def test_the_worker_leaves_a_paper_alone_that_was_taken_away(city, record):
    paper = attached(city.clerk, record, PICTURE, name="照片.png")
    key = paper.pk
    remove(city.clerk, paper)

    look.call(key)

    assert FormRecord.objects.get(pk=record.pk).papers == ""


@pytest.mark.parametrize("row", [TRAINED, MONEY])
def test_a_reviewer_finds_true_what_only_people_can_read(city, record, row):
    paper = looked_at(city.clerk, record, row)
    handed_in(city, record)

    attest(city.reviewer, paper)

    assert strength(record, row) is Strength.SUFFICIENT
    proofs = judged_here(form_of(record), record.papers).scored.proofs
    assert [each.by for each in proofs.of(row).looks] == ["赵强"]


def test_what_was_found_true_holds_for_the_value_that_was_read(city, record):
    paper = looked_at(city.clerk, record)
    handed_in(city, record)
    attest(city.reviewer, paper)

    record.refresh_from_db()
    save_changes(record, (CellChange(path=f"{TRAINED}.actual", new="1300人"),), city.clerk)

    assert strength(record) is Strength.WEAK


def test_what_was_found_true_can_be_taken_back(city, record):
    paper = looked_at(city.clerk, record)
    handed_in(city, record)
    attest(city.reviewer, paper)

    take_back(city.reviewer, paper)

    assert strength(record) is Strength.WEAK


def test_a_paper_that_was_compared_is_not_for_people_to_find_true(city, record):
    paper = attached(city.clerk, record, FEWER)
    handed_in(city, record)

    with pytest.raises(Refused, match="paper-judged"):
        attest(city.reviewer, paper)


@pytest.mark.parametrize("name", ["clerk", "head", "auditor", "performance", "stranger"])
def test_only_whoever_scores_the_form_finds_papers_true(city, record, name):
    paper = looked_at(city.clerk, record)
    handed_in(city, record)

    with pytest.raises(Refused, match=r"ruling\."):
        attest(getattr(city, name), paper)
