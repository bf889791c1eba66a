"""A package holds what was cleared, says what the database says, and hides what is masked."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import msgspec
import pytest
from msgspec.structs import replace

from jiheng.model.form import Goal
from jiheng.model.points import parse_points
from jiheng.model.publication import PackageManifest, Publication, Span
from jiheng.pipeline.publication.masking import MASK, Place
from jiheng.web.chain.actions.mask_texts import mask_texts
from jiheng.web.chain.actions.propose_publication import propose_publication
from jiheng.web.chain.actions.review_secrecy import review_secrecy
from jiheng.web.chain.steps import Step
from jiheng.web.files.storing import path_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.models import Entry
from jiheng.web.lists.models import Figures
from jiheng.web.publication.models import PackedForm, Verdict
from jiheng.web.publication.packing import Unfit, make
from jiheng.web.publication.releasing import changed_since, release
from jiheng.web.publication.wishes import Masks, Secrecy
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.publication.cleared import batch_of, cleared, proposed
from tests.web.rectification.notices import WRONG, mended, noticed
from tests.web.verdicts.scoring import ALL, PEOPLE, given

NAMED = replace(
    FORM,
    contact="李芳 0855-1234567",
    goal=Goal(expected="由李 芳组织培训1200人。", actual="已培训，联系电话１３８-0000 0000。"),
)


def read(made, path) -> str:
    """Return the text of one file of a package."""
    return dict(made.files)[path].decode("utf-8-sig")


def test_only_what_was_cleared_is_in_a_package(city):
    record = cleared(city)
    proposed(city)
    cleared(city, secrecy=Secrecy(verdict=Verdict.REFUSED))

    made = make(batch_of(city))

    assert [card.number for card in made.publication.cards] == [record.number]


def test_a_batch_holds_only_its_own_branch(city):
    cleared(city)

    with pytest.raises(Unfit, match=r"refused\.nothing-cleared"):
        make(batch_of(city, city.other_bureau))


def test_json_csv_and_page_say_what_the_database_says(city):
    record = cleared(city)
    figures = Figures.objects.get(record=record)

    made = make(batch_of(city))
    card = msgspec.json.decode(read(made, "data/publication.json"), type=Publication).cards[0]
    (row,) = csv.DictReader(StringIO(read(made, "data/list.csv")))

    assert (card.money.budget, row["全年预算（元）"]) == ("800000", "800000")
    assert figures.budget == 800_000 * 10_000
    assert (card.money.executed, row["全年执行（元）"]) == ("760000", "760000")
    assert figures.executed == 760_000 * 10_000
    assert (card.money.rate, row["执行率（%）"], figures.rate) == ("95", "95", 95_00)
    assert (card.scores.printed, row["自评得分"], figures.printed) == ("99.5", "99.5", 99_50)
    assert (
        parse_points(card.scores.recomputed.low) == figures.low == parse_points(row["规则复算最低"])
    )
    assert parse_points(card.scores.recomputed.high) == figures.high
    assert "<b>99.5</b>" in read(made, f"cards/{record.number}.html")
    assert "80.00" in read(made, f"cards/{record.number}.html")


def test_names_and_numbers_are_masked_however_they_are_written(city):
    cleared(city, NAMED)

    made = make(batch_of(city))
    everything = b"".join(data for _, data in made.files).decode()

    assert {"李芳", "08551234567", "13800000000"} <= set(made.hidden)
    assert made.publication.cards[0].aims[0].expected == f"由{MASK}组织培训1200人。"
    assert made.publication.cards[0].contact == MASK
    assert "李 芳" not in everything
    assert "１３８" not in everything


def test_what_was_released_stands_there(city):
    record = cleared(city, NAMED)
    place = Place(path="goal.expected", start=1, text="李 芳")
    mask_texts(order(city.reviewer, record), Masks(released=(place,)))

    card = make(batch_of(city)).publication.cards[0]

    assert card.aims[0].expected == "由李 芳组织培训1200人。"
    assert card.contact == MASK


def test_what_is_masked_in_one_form_is_masked_in_all(city):
    cleared(city, replace(FORM, contact="欧阳锋"))
    cleared(city, replace(FORM, goal=Goal(expected="欧阳　锋负责。", actual="完成。")))

    made = make(batch_of(city))

    assert made.publication.cards[1].aims[0].expected == f"{MASK}负责。"


def test_what_is_withheld_stands_nowhere(city):
    secrecy = Secrecy(verdict=Verdict.PARTLY, withheld=("money", "indicators[1]"))
    record = cleared(city, secrecy=secrecy)

    made = make(batch_of(city))
    page = read(made, f"cards/{record.number}.html")

    assert made.publication.cards[0].money is None
    assert "培训后就业率" not in page
    assert "80.00" not in page
    assert "76万元" not in page


def test_the_same_data_give_the_same_bytes(city):
    cleared(city, NAMED)

    assert make(batch_of(city)).files == make(batch_of(city)).files


def test_a_released_package_is_kept_with_its_forms(city):
    record = cleared(city)

    package = release(batch_of(city), city.reviewer)

    with ZipFile(BytesIO(path_of(package.file).read_bytes())) as archive:
        manifest = msgspec.json.decode(archive.read("manifest.json"), type=PackageManifest)
    assert [each.number for each in manifest.forms] == [record.number]
    assert PackedForm.objects.get(package=package).check_code == manifest.forms[0].check_code
    assert Entry.objects.filter(action="release-package").count() == 1


def test_a_second_package_is_another_edition(city):
    cleared(city)

    editions = [release(batch_of(city), city.reviewer).edition for _ in range(2)]

    assert editions == [1, 2]


def test_a_form_that_changed_since_is_told(city):
    record = cleared(city)
    package = release(batch_of(city), city.reviewer)
    FormRecord.objects.filter(pk=record.pk).update(version=5)

    assert [each.record for each in changed_since(package)] == [record]


def test_a_form_that_changes_while_the_package_is_made_stops_it(city, monkeypatch):
    record = cleared(city)
    whole = make(batch_of(city))
    monkeypatch.setattr("jiheng.web.publication.releasing.make", lambda _: whole)
    FormRecord.objects.filter(pk=record.pk).update(version=5)

    with pytest.raises(Unfit, match=r"refused\.moved-on"):
        release(batch_of(city), city.reviewer)


def test_a_name_that_could_be_read_stops_the_package_and_is_told_with_its_place(city, monkeypatch):
    cleared(city, NAMED)
    monkeypatch.setattr(
        "jiheng.writers.publication.assets", lambda _: [("assets/x.js", b"/* \\u674e\\u82b3 */")]
    )

    with pytest.raises(Unfit, match=r"refused\.leaking") as stopped:
        make(batch_of(city))

    assert [(each.path, each.line, each.text) for each in stopped.value.leaks] == [
        ("assets/x.js", 1, "李芳")
    ]


def test_a_package_has_no_more_forms_than_somebody_waits_for(city, monkeypatch):
    monkeypatch.setattr("jiheng.web.publication.packing.MOST_FORMS", 1)
    cleared(city)
    cleared(city)

    with pytest.raises(Unfit, match=r"refused\.too-many"):
        make(batch_of(city))


def test_what_a_notice_of_rectification_wants_put_right_is_told(city):
    record = cleared(city, WRONG)
    noticed(city, record)

    found = make(batch_of(city)).publication.cards[0].findings

    assert [each.outcome for each in found if each.code == "SC15"] == ["rectifying"]


def test_a_form_that_was_corrected_after_its_review_falls_out_until_it_is_reviewed_again(city):
    record = cleared(city, WRONG)
    noticed(city, record)
    mended(city, record)

    with pytest.raises(Unfit, match=r"refused\.nothing-cleared"):
        make(batch_of(city))


def test_the_reviewed_total_stands_beside_the_units_own(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45.5"})
    FormRecord.objects.filter(pk=record.pk).update(step=Step.CLOSED)
    propose_publication(order(city.head, record))
    review_secrecy(order(city.reviewer, record))

    scores = make(batch_of(city)).publication.cards[0].scores

    assert (scores.printed, scores.reviewed) == ("99.5", Span(low="95", high="95"))
