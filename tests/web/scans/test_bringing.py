"""A scan finds its form and version by the check code."""

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from msgspec.structs import replace

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.steps import Step
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import path_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, save_changes
from jiheng.web.journal.models import Entry
from jiheng.web.scans import bringing
from jiheng.web.scans.bringing import Handed, bring
from jiheng.web.scans.child import look_at
from jiheng.web.scans.matching import tidy_code
from jiheng.web.scans.models import Scan
from jiheng.web.scans.showing import shown_scans
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.scans.papers import CODE, as_file, printed, scanned

PAPER = printed(FORM)


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    """Look at scans here; that another process sees the same is tested beside."""
    monkeypatch.setattr(bringing, "look_at_apart", look_at)


@pytest.fixture
def record(city):
    """Return 李芳's form, which was handed in."""
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    return FormRecord.objects.get(pk=record.pk)


def handed(content: bytes, code: str = "") -> Handed:
    """Return a file as it comes from a browser."""
    return Handed(name="盖章.pdf", size=len(content), chunks=(content,), code=code)


def test_a_scan_finds_its_form_and_is_kept(city, record):
    (scan,) = bring(city.clerk, handed(PAPER)).scans

    assert (scan.record, scan.code, scan.pages) == (record, CODE, "1")
    assert path_of(scan.file).read_bytes() == PAPER


def test_the_same_scan_twice_is_one(city, record):
    bring(city.clerk, handed(PAPER))
    bring(city.colleague, handed(PAPER))

    assert Scan.objects.count() == 1


def test_the_journal_holds_the_hash_of_the_scan(city, record):
    (scan,) = bring(city.clerk, handed(PAPER)).scans

    detail = msgspec.json.decode(Entry.objects.get(action="scan").detail)
    assert (detail["sha256"], detail["code"]) == (scan.file.sha256, CODE)


def test_of_a_form_that_is_as_it_was_printed_nothing_is_said(city, record):
    bring(city.clerk, handed(PAPER))

    (shown,) = shown_scans(record, "zh")
    assert shown.agrees


def test_a_form_that_changed_after_printing_says_which_cells(city, record):
    change = (CellChange(path="indicators[0].actual", new="1250人"),)
    save_changes(record, change, city.colleague)
    bring(city.clerk, handed(PAPER))

    (shown,) = shown_scans(FormRecord.objects.get(pk=record.pk), "zh")
    (cell,) = shown.differing
    assert (cell.name, cell.paper, cell.now) == ("培训人数·实际完成值", "1260人", "1250人")


def test_a_number_that_somebody_changed_on_paper_is_told(city, record):
    first, *others = FORM.indicators
    forged = replace(FORM, indicators=(replace(first, actual="1290人"), *others))

    bring(city.clerk, handed(printed(forged, code=CODE)))

    (shown,) = shown_scans(record, "zh")
    assert [each.number for each in shown.lacking] == ["1260"]
    assert shown.surplus == ("1290",)


def test_a_scan_without_text_is_matched_and_says_that_it_has_none(city, record):
    (scan,) = bring(city.clerk, handed(as_file(scanned(PAPER, 90), "PDF"))).scans

    assert (scan.record, scan.has_text) == (record, False)


def test_a_code_can_be_typed_where_no_symbol_is_seen(city, record):
    blank = as_file(scanned(PAPER).crop((0, 0, 900, 400)), "PNG")

    assert bring(city.clerk, handed(blank)).refused == "refused.no-code"
    assert bring(city.clerk, handed(blank, tidy_code(CODE.lower()))).scans


def test_a_form_that_was_not_handed_in_takes_no_scan(city):
    record_at(city, Step.SELF_EVALUATION)

    brought = bring(city.clerk, handed(PAPER))

    assert (brought.unknown, brought.refused) == ((CODE,), "refused.unknown")
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("who", ["section", "reviewer", "auditor", "stranger", "performance"])
def test_only_the_unit_brings_its_scans(city, record, who):
    assert not bring(getattr(city, who), handed(PAPER)).scans
    assert not Scan.objects.exists()


@pytest.mark.parametrize("who", ["clerk", "colleague", "head"])
def test_everybody_of_the_unit_does(city, record, who):
    assert bring(getattr(city, who), handed(PAPER)).scans


def test_two_forms_in_one_file_find_both(city, record):
    other = replace(FORM, project=replace(FORM.project, name="稳岗返还"))
    second = record_at(city, Step.CLOSED, form=other)

    scans = bring(city.clerk, handed(printed(FORM, other))).scans

    assert {scan.record for scan in scans} == {record, second}


def test_a_file_over_the_limit_is_not_looked_at(city, record, monkeypatch):
    monkeypatch.setattr(bringing, "MOST_BYTES", 10)

    assert bring(city.clerk, handed(PAPER)).refused == "refused.large"


def test_the_page_leads_to_the_form_with_its_scan(city, record):
    sent = {"file": SimpleUploadedFile("盖章.pdf", PAPER)}

    answer = at_browser(city.clerk).post("/scans/", sent)

    assert answer["Location"] == f"/forms/{record.number}/#scans"
    assert "与现在的表一致" in " ".join(
        texts(at_browser(city.reviewer), f"/forms/{record.number}/", "#scans p")
    )


def test_the_page_says_of_each_file_what_became_of_it(city, record):
    sent = {"file": [SimpleUploadedFile("盖章.pdf", PAPER), SimpleUploadedFile("坏.pdf", b"%PDF-")]}

    page = at_browser(city.clerk).post("/scans/", sent).content.decode()

    assert "职业技能培训补助" in page
    assert "文件已损坏或不完整" in page


def test_the_page_wants_a_file(city):
    assert at_browser(city.clerk).post("/scans/").status_code == 409


@pytest.mark.parametrize(
    ("who", "status"), [("reviewer", 200), ("auditor", 200), ("stranger", 404)]
)
def test_a_kept_scan_goes_to_whoever_sees_the_form(city, record, who, status):
    (scan,) = bring(city.clerk, handed(PAPER)).scans

    answer = at_browser(getattr(city, who)).get(f"/scans/{scan.pk}/")
    answer.close()

    assert answer.status_code == status
