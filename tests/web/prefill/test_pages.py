"""A clerk hands over old files and gets forms to change."""

from unicodedata import normalize

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from msgspec.structs import replace

from jiheng.pipeline.apart.reading import read as read_here
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.prefill import reading
from jiheng.web.prefill.models import Intake, ReadForm
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.prefill.files import file_of, of_project

NOW = timezone.localdate().year
LAST = NOW - 1
EIGHT = tuple(of_project(f"{name}补助", LAST) for name in "甲乙丙丁戊己庚辛")


class Here:
    """Reads in this process, by the same function as the program that is begun for it."""

    def __init__(self, program) -> None:
        """Need no program."""

    ask = staticmethod(read_here)

    def end(self) -> None:
        """Have nothing to end."""


@pytest.fixture(autouse=True)
def _in_this_process(request, monkeypatch):
    if "apart" not in request.node.name:
        monkeypatch.setattr(reading, "Child", Here)


def read(client, *files, year=NOW) -> str:
    """Hand files over, and return the address of what was read."""
    return client.post("/prefill/", {"files": list(files), "year": year})["Location"]


def take(client, address: str, **said):
    """Take all that was read."""
    keys = [row.pk for row in ReadForm.objects.all()]
    return client.post(address, {"form": keys, **said}, follow=True)


def drafts() -> list[FormRecord]:
    """Return the forms of this year."""
    return list(FormRecord.objects.filter(year=NOW).order_by("pk"))


def test_eight_files_become_eight_drafts_in_one_go(city):
    client = at_browser(city.clerk)
    address = read(client, *(file_of(form) for form in EIGHT))

    answer = take(client, address)

    assert [each.project for each in drafts()] == [form.project.name for form in EIGHT]
    assert {each.step for each in drafts()} == {Step.TARGET_DRAFT}
    assert "已建草稿 8 份" in answer.content.decode()


def test_a_program_apart_reads_the_files(city):
    client = at_browser(city.clerk)
    take(client, read(client, file_of(EIGHT[0]), file_of(EIGHT[1])))

    assert len(drafts()) == 2


@pytest.mark.parametrize("kind", ["docx", "xlsx", "html"])
def test_a_file_of_any_kind_gives_its_targets(city, kind):
    client = at_browser(city.clerk)
    take(client, read(client, file_of(EIGHT[0], kind=kind)))

    row = form_of(drafts()[0]).indicators[0]
    assert (row.name, normalize("NFKC", row.target), row.actual) == ("培训人数", "≥1200人", None)


def test_a_file_of_two_forms_gives_two(city):
    client = at_browser(city.clerk)
    take(client, read(client, file_of(*EIGHT[:2])))

    assert len(drafts()) == 2


def test_taking_the_same_twice_makes_nothing_twice(city):
    client = at_browser(city.clerk)
    address = read(client, file_of(EIGHT[0]))
    take(client, address)
    take(client, address)
    take(client, read(client, file_of(EIGHT[0])))

    assert len(drafts()) == 1


def test_a_file_without_a_form_says_why_and_stops_no_other(city):
    client = at_browser(city.clerk)
    address = read(client, SimpleUploadedFile("账.docx", b"PK\x03\x04"), file_of(EIGHT[0]))

    assert len(texts(client, address, ".tag-bad")) == 1
    take(client, address)
    assert len(drafts()) == 1


def test_what_was_not_ticked_becomes_nothing(city):
    client = at_browser(city.clerk)
    address = read(client, file_of(EIGHT[0]), file_of(EIGHT[1]))

    client.post(address, {"form": [ReadForm.objects.first().pk]})

    assert [each.project for each in drafts()] == ["甲补助"]


def approved(city, **rows) -> FormRecord:
    """Return this year's form with approved targets and no results."""
    first, *others = (replace(row, actual=None, score=None) for row in FORM.indicators)
    form = replace(FORM, year=NOW, indicators=(replace(first, **rows), *others))
    return record_at(city, Step.SELF_EVALUATION, form=form)


def test_this_years_files_fill_in_the_results(city):
    record = approved(city)
    client = at_browser(city.clerk)

    take(client, read(client, file_of(replace(FORM, year=NOW))))

    record.refresh_from_db()
    assert form_of(record).indicators[0].actual == "1260人"


@pytest.mark.parametrize(("ticked", "actual"), [(False, "1250人"), (True, "1260人")])
def test_what_is_filled_in_is_written_over_only_where_somebody_says_so(city, ticked, actual):
    record = approved(city, actual="1250人")
    client = at_browser(city.clerk)
    address = read(client, file_of(replace(FORM, year=NOW)))

    take(client, address, **({"over": ReadForm.objects.get().pk} if ticked else {}))

    record.refresh_from_db()
    assert form_of(record).indicators[0].actual == actual


def test_differing_targets_are_shown_before_anything_is_done(city):
    approved(city, target="≥1500人")
    client = at_browser(city.clerk)

    address = read(client, file_of(replace(FORM, year=NOW)))

    assert texts(client, address, "details[open] li") == [
        "培训人数·年度指标值：表中 ≥1500人，文件 ≥1200人"
    ]


def test_doubts_of_the_reader_stand_beside(city):
    text = "项目名称,甲补助\n一级指标,二级指标,三级指标,年度指标值,分值\n产出指标,质量指标,合格率,≥9O%,50\n"
    client = at_browser(city.clerk)
    address = read(client, SimpleUploadedFile("甲.txt", text.encode()))

    assert client.get(address).status_code == 200


@pytest.mark.parametrize("who", ["colleague", "head", "reviewer", "stranger"])
def test_what_one_clerk_hands_over_is_nobody_elses(city, who):
    address = read(at_browser(city.clerk), file_of(EIGHT[0]))
    client = at_browser(getattr(city, who))

    assert client.get(address).status_code == 404
    assert client.post(address, {"form": ReadForm.objects.get().pk}).status_code == 404
    assert drafts() == []


def test_a_clerk_cannot_begin_forms_of_another_unit(city):
    client = at_browser(city.stranger)
    sent = {"files": [file_of(EIGHT[0])], "year": NOW, "unit": city.centre.pk}

    take(client, client.post("/prefill/", sent)["Location"])

    assert drafts()[0].organisation == city.other_bureau


@pytest.mark.parametrize("who", ["head", "section", "reviewer", "auditor"])
def test_whoever_begins_no_forms_hands_no_files_over(city, who):
    client = at_browser(getattr(city, who))

    assert client.post("/prefill/", {"files": [file_of(EIGHT[0])]}).status_code == 403
    assert not Intake.objects.exists()


def test_no_file_and_a_file_too_large_are_answered_by_a_sentence(city, monkeypatch):
    client = at_browser(city.clerk)
    monkeypatch.setattr(reading, "MOST_BYTES", 10)

    assert client.post("/prefill/").status_code == 409
    answer = client.post("/prefill/", {"files": [file_of(EIGHT[0])]})
    assert "超过 20 MB" in answer.content.decode()
