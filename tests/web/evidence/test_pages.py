"""The pages of evidence, as clerk, reviewer and finance bureau meet them."""

import json
from io import BytesIO
from zipfile import ZipFile

import msgspec
import pytest

from jiheng.evidence.dossier.verifying import verified
from jiheng.model.proof import FormProofs
from jiheng.web.chain.steps import Step
from jiheng.web.evidence.doing import attest
from jiheng.web.evidence.models import EvidenceYear, Paper, Seal
from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.models import Entry
from tests.web.city import record_at
from tests.web.evidence.papers import TRAINED, attached, looked_at, sent
from tests.web.pages.browsing import at_browser, texts


@pytest.fixture
def record(city):
    """Return 李芳's form, which is being evaluated."""
    return record_at(city, Step.SELF_EVALUATION)


@pytest.fixture
def reviewed(city, record):
    """Return it with a list and a photo at 部门审核."""
    attached(city.clerk, record)
    looked_at(city.clerk, record, "indicators[1]")
    FormRecord.objects.filter(pk=record.pk).update(step=Step.DEPARTMENT_REVIEW)
    record.refresh_from_db()
    return record


def address(record, rest=""):
    return f"/forms/{record.number}/evidence/{rest}"


def test_a_clerk_attaches_a_list_and_sees_how_strong_it_is(city, record):
    client = at_browser(city.clerk)

    answer = client.post(address(record), sent())

    assert answer.status_code == 302
    row = "#row-indicators-0"
    assert texts(client, address(record), f"{row} .proof") == ["佐证充分"]
    assert texts(client, address(record), f"{row} .look") == ["名单去重后是 1260（名单.csv）"]
    assert "50 分（自评 99.5 分）" in texts(client, address(record), ".supported")[0]


def test_the_forms_page_shows_the_strength_beside_each_point(city, record):
    attached(city.clerk, record)

    found = texts(at_browser(city.clerk), f"/forms/{record.number}/", "#sheet table.form .proof")

    assert found == ["无佐证", "佐证充分", "无佐证", "无佐证"]


def test_the_forms_page_says_nothing_of_strength_where_there_are_no_papers(city, record):
    assert texts(at_browser(city.clerk), f"/forms/{record.number}/", ".proof") == []


def test_a_list_shows_the_points_with_evidence_beside_the_score(city, record):
    attached(city.clerk, record)

    cells = texts(at_browser(city.clerk), "/forms/?year=2024", "tbody td.num")

    assert "99.5 有佐证 50" in cells


def test_the_forms_page_takes_papers(city, record):
    rows = texts(at_browser(city.clerk), f"/forms/{record.number}/", ".evidence-beside option")

    assert rows == ["预算执行", "培训人数", "培训后就业率", "学员满意度"]


def test_the_review_shows_the_strength_beside_each_row(city, reviewed):
    found = texts(at_browser(city.reviewer), f"/review/{reviewed.number}/", "table.scores .proof")

    assert found == ["无佐证", "佐证充分", "佐证不足", "无佐证"]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (sent(name="程序.exe"), "不是常用的办公文件"),
        (sent(row="indicators[99]"), "佐证要附在有分值的指标上"),
        ({"row": TRAINED}, "请先选择文件"),
    ],
)
def test_a_file_that_is_not_taken_is_answered_by_a_sentence(city, record, wish, told):
    answer = at_browser(city.clerk).post(address(record), wish)

    assert answer.status_code == 409
    assert told in answer.content.decode()


def test_of_whoever_may_attach_nothing_no_file_is_kept(city, record):
    answer = at_browser(city.reviewer).post(address(record), sent())

    assert answer.status_code == 403
    assert not StoredFile.objects.exists()


def test_a_reviewer_marks_a_photo_as_true(city, reviewed):
    client = at_browser(city.reviewer)
    photo = Paper.objects.get(row="indicators[1]")

    client.post(address(reviewed, f"{photo.pk}/attest/"))

    assert texts(client, address(reviewed), "#row-indicators-1 .proof") == ["佐证充分"]
    assert texts(client, address(reviewed), "#row-indicators-1 .look") == [
        "赵强已看，属实（现场.png）"
    ]


def test_a_clerk_marks_no_paper_as_true(city, reviewed):
    photo = Paper.objects.get(row="indicators[1]")

    assert at_browser(city.clerk).post(address(reviewed, f"{photo.pk}/attest/")).status_code == 403


def test_a_paper_is_removed_by_its_button(city, record):
    paper = attached(city.clerk, record)

    at_browser(city.clerk).post(address(record, f"{paper.pk}/remove/"))

    assert not Paper.objects.exists()


def test_a_paper_is_given_to_whoever_sees_its_form(city, reviewed):
    paper = Paper.objects.get(row=TRAINED)

    answer = at_browser(city.auditor).get(f"/evidence/{paper.pk}/")

    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert b"".join(answer.streaming_content).startswith("序号,姓名".encode())


def test_for_strangers_there_is_no_such_paper(city, reviewed):
    paper = Paper.objects.get(row=TRAINED)

    assert at_browser(city.stranger).get(f"/evidence/{paper.pk}/").status_code == 404


def test_the_finance_bureau_asks_a_year_for_evidence_by_a_button(city, record):
    client = at_browser(city.performance)

    client.post("/evidence/years/", {"at": city.city.pk, "year": "2024", "ask": "1"})

    assert EvidenceYear.objects.get().year == 2024
    assert "起要求（陈静）" in texts(client, "/evidence/years/", "tbody tr")[0]


@pytest.mark.parametrize("name", ["clerk", "reviewer", "budget", "auditor"])
def test_nobody_else_says_whether_evidence_is_asked(city, record, name):
    assert at_browser(getattr(city, name)).get("/evidence/years/").status_code == 403


def test_a_place_of_somebody_else_cannot_be_asked(city, record):
    wish = {"at": city.other_bureau.pk, "year": "2024", "ask": "1"}

    assert at_browser(city.performance).post("/evidence/years/", wish).status_code == 404


def dossier(person, record):
    answer = at_browser(person).post(f"/forms/{record.number}/dossier/")
    return b"".join(answer.streaming_content)


def test_a_dossier_is_as_it_was_sealed(city, reviewed, tmp_path):
    path = tmp_path / "d.zip"
    path.write_bytes(dossier(city.reviewer, reviewed))

    verdict = verified(path, Seal.objects.get().sha256)

    assert verdict.misfit is None


def test_a_dossier_holds_form_rules_papers_review_and_history(city, reviewed):
    with ZipFile(BytesIO(dossier(city.reviewer, reviewed))) as archive:
        names = archive.namelist()
        history = next(name for name in names if name.startswith("history/"))
        told = json.loads(archive.read(history))

    assert {name.partition("/")[0] for name in names} == {
        "source", "form", "rules", "audit", "evidence", "review", "history", "chain.jsonl",
    }  # fmt: skip
    assert [each["action"] for each in told] == ["register", "attach-paper", "attach-paper"]


def test_papers_lie_in_a_dossier_as_the_audit_looks_for_them(city, reviewed):
    with ZipFile(BytesIO(dossier(city.reviewer, reviewed))) as archive:
        names = {name for name in archive.namelist() if name.startswith("evidence/")}

    assert names == {"evidence/01 培训人数/名单.csv", "evidence/02 培训后就业率/现场.png"}


def test_a_dossier_tells_who_found_a_paper_true(city, reviewed):
    attest(city.reviewer, Paper.objects.get(row="indicators[1]"))

    with ZipFile(BytesIO(dossier(city.reviewer, reviewed))) as archive:
        proofs = msgspec.json.decode(archive.read("review/佐证强弱.json"), type=FormProofs)

    assert proofs.supported == "80"
    assert proofs.of("indicators[1]").looks[0].by == "赵强"


def test_a_seal_stands_in_the_journal_and_on_the_page(city, reviewed):
    dossier(city.reviewer, reviewed)

    seal = Seal.objects.get()
    assert seal.sha256 in Entry.objects.get(action="seal-dossier").detail
    assert seal.sha256 in texts(at_browser(city.reviewer), address(reviewed), ".seals")[0]


@pytest.mark.parametrize("name", ["clerk", "head"])
def test_who_may_not_read_all_of_it_gets_no_dossier(city, reviewed, name):
    answer = at_browser(getattr(city, name)).post(f"/forms/{reviewed.number}/dossier/")

    assert answer.status_code == 403
    assert not Seal.objects.exists()


def test_a_form_that_was_not_handed_in_is_not_sealed(city, record):
    answer = at_browser(city.reviewer).post(f"/forms/{record.number}/dossier/")

    assert answer.status_code == 403
    assert not Seal.objects.exists()
