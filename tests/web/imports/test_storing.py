"""What becomes of a file: stored for its unit, asked about, or left with its reason."""

import pytest
from msgspec.structs import replace

from jiheng.formats.apart.told import said
from jiheng.web.access.fetching import allowed_actions
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.saving import form_of
from jiheng.web.imports.settling import answer
from jiheng.web.imports.standing import importer_of, standing_of
from jiheng.web.journal.models import Entry
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.imports.handing import form, imported, only_form, states, why, word, zipped


def asked(batch) -> dict[str, list[str]]:
    """Return what is asked of the one form of an import, with the answers to choose from."""
    standing = standing_of(only_form(batch), importer_of(batch))
    return {each.key: [choice.value for choice in each.choices] for each in standing.questions}


def test_a_project_that_is_new_becomes_a_form_of_its_unit(city):
    batch = imported(city.clerk, ("自评表.docx", word()))

    record = FormRecord.objects.get()
    assert states(batch) == {"自评表.docx": "imported"}
    assert (record.organisation, record.project, record.year) == (
        city.centre,
        "职业技能培训补助",
        2024,
    )
    assert record.step == Step.SELF_EVALUATION
    assert form_of(record).indicators[0].actual == "1260人"


def test_a_new_form_begins_where_the_importer_said(city):
    imported(city.performance, ("自评表.docx", word()), step=Step.CLOSED)

    assert FormRecord.objects.get().step == Step.CLOSED


def test_who_imports_for_a_unit_is_noted_beside_its_clerk(city):
    imported(city.reviewer, ("自评表.docx", word()))

    assert FormRecord.objects.get().filler == city.clerk
    assert FormVersion.objects.get().made_by == city.reviewer
    entry = Entry.objects.get(action="register")
    assert (entry.person_name, entry.detail) == ("赵强", '{"on_behalf_of":"李芳"}')


def test_an_import_stands_in_the_journal(city):
    imported(city.clerk, ("自评表.docx", word()))

    entry = Entry.objects.get(action="import")
    assert entry.person_name == "李芳"
    assert '"files":"1"' in entry.detail


def test_a_form_that_is_there_and_open_gets_a_new_version(city):
    record = record_at(city, Step.SELF_EVALUATION)
    later = replace(FORM, conclusion="总体完成较好。")
    later = replace(
        later, indicators=(replace(FORM.indicators[0], actual="1275人"), *FORM.indicators[1:])
    )

    batch = imported(city.clerk, ("自评表.docx", word(later)))

    record.refresh_from_db()
    assert only_form(batch).record == record
    assert form_of(record).indicators[0].actual == "1275人"
    assert FormVersion.objects.filter(record=record).count() == 2
    assert said(only_form(batch).told, "zh").startswith("第 2 版")


def test_the_same_form_again_changes_nothing(city):
    record = record_at(city, Step.SELF_EVALUATION)

    batch = imported(city.clerk, ("自评表.docx", word()))

    assert states(batch) == {"自评表.docx": "skipped"}
    assert why(batch, "自评表.docx") == f"与平台上的 {record.number} 内容相同，没有要改的格"
    assert FormVersion.objects.count() == 1


def test_an_approved_target_is_not_written_over(city):
    record = record_at(city, Step.SELF_EVALUATION)
    easier = replace(FORM.indicators[0], target="≥900人", actual="1275人")

    batch = imported(
        city.clerk, ("自评表.docx", word(replace(FORM, indicators=(easier, *FORM.indicators[1:]))))
    )

    assert asked(batch) == {"over": ["write", "leave"]}
    answer(only_form(batch).pk, {"over": "write"})
    record.refresh_from_db()
    assert form_of(record).indicators[0].target == "≥1200人"
    assert form_of(record).indicators[0].actual == "1275人"


def test_a_form_that_was_handed_in_is_not_written_over(city):
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    later = replace(FORM.indicators[0], actual="1275人")

    batch = imported(
        city.clerk, ("自评表.docx", word(replace(FORM, indicators=(later, *FORM.indicators[1:]))))
    )

    assert asked(batch) == {"over": ["leave"]}
    answer(only_form(batch).pk, {"over": "write"})
    record.refresh_from_db()
    assert form_of(record).indicators[0].actual == "1260人"
    assert only_form(batch).state == "in-doubt"


def test_two_different_files_of_one_project_are_asked_about(city):
    later = replace(FORM.indicators[0], actual="1275人")
    batch = imported(
        city.clerk,
        ("自评表.docx", word()),
        ("自评表（最终）.docx", word(replace(FORM, indicators=(later, *FORM.indicators[1:])))),
    )

    assert states(batch) == {"自评表.docx": "imported", "自评表（最终）.docx": "in-doubt"}


def test_the_same_file_in_a_second_import_is_passed_over(city):
    imported(city.clerk, ("自评表.docx", word()))

    again = imported(city.clerk, ("另一个名字.docx", word()))

    assert states(again) == {"另一个名字.docx": "skipped"}
    assert why(again, "另一个名字.docx") == "与“自评表”一批里的“自评表.docx”是同一个文件"
    assert FormRecord.objects.count() == 1


def test_a_colleague_who_imports_the_same_form_adds_nothing(city):
    imported(city.clerk, ("自评表.docx", word()))

    again = imported(city.colleague, ("自评表.docx", word()))

    assert "内容相同" in why(again, "自评表.docx")
    assert FormVersion.objects.count() == 1


def test_a_unit_beyond_the_importers_reach_is_asked_about_and_not_filled(city):
    batch = imported(city.stranger, ("自评表.docx", word()))

    assert asked(batch) == {"unit": [str(city.other_bureau.pk)]}
    assert FormRecord.objects.count() == 0


def test_an_answer_names_no_unit_beyond_reach(city):
    batch = imported(city.stranger, ("自评表.docx", word()))

    answer(only_form(batch).pk, {"unit": str(city.centre.pk)})

    assert only_form(batch).state == "in-doubt"
    assert FormRecord.objects.count() == 0


def test_the_answer_which_unit_stores_the_form(city):
    batch = imported(city.reviewer, ("自评表.docx", word(form(implementing_unit="技能中心"))))

    answer(only_form(batch).pk, {"unit": "云岭市就业服务中心"})

    assert only_form(batch).state == "imported"
    assert FormRecord.objects.get().organisation == city.centre


def test_a_project_of_nearly_the_same_name_is_asked_about_with_its_money(city):
    there = record_at(city, Step.SELF_EVALUATION)

    batch = imported(city.clerk, ("自评表.docx", word(form(name="职业技能培训补贴"))))

    question = standing_of(only_form(batch), importer_of(batch)).questions[0]
    assert [choice.label for choice in question.choices] == [
        "职业技能培训补助",
        "都不是，作为新项目",
    ]
    assert question.choices[0].value == there.number
    assert question.choices[0].note == "预算 80万元，与表中相符"


def test_a_project_that_is_none_of_the_near_ones_becomes_new(city):
    record_at(city, Step.SELF_EVALUATION)
    batch = imported(city.clerk, ("自评表.docx", word(form(name="职业技能培训补贴"))))

    answer(only_form(batch).pk, {"project": "new"})

    assert FormRecord.objects.count() == 2


def test_a_year_that_contradicts_the_import_is_asked_about(city):
    batch = imported(city.clerk, ("自评表.docx", word()), year=2022)

    assert asked(batch) == {"year": ["2024", "2022"]}


def test_every_file_of_an_archive_is_imported(city):
    data = zipped(甲__docx=word(), 乙__docx=word(form(name="创业担保贷款贴息")))

    batch = imported(city.clerk, ("自评表.zip", data))

    assert states(batch) == {
        "自评表.zip": "opened",
        "自评表.zip/甲.docx": "imported",
        "自评表.zip/乙.docx": "imported",
    }


def test_an_archive_in_an_archive_is_opened_and_a_third_is_told(city):
    third = zipped(丙__docx=word())
    batch = imported(city.clerk, ("一.zip", zipped(二__zip=zipped(甲__docx=word(), 三__zip=third))))

    assert states(batch)["一.zip/二.zip/甲.docx"] == "imported"
    assert why(batch, "一.zip/二.zip/三.zip") == "压缩包套了压缩包，超过 2 层，请先解开里层的压缩包"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("坏.docx", b"PK\x03\x04", "压缩包已损坏或不完整"),
        ("空.txt", b"", "文件是空的"),
        ("照片.png", b"\x89PNG\r\n\x1a\n12345678", "图片已损坏或不完整"),
        ("通知.txt", "关于开展绩效自评的通知".encode(), "没有找到自评表"),
        ("../外.docx", b"1", "指向文件夹之外"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(city, name, data, told):
    batch = imported(city.clerk, (name, data))

    assert states(batch) == {name: "unreadable"}
    assert told in why(batch, name)


def test_one_bad_file_does_not_keep_the_others_out(city):
    batch = imported(city.clerk, ("坏.docx", b"PK\x03\x04"), ("好.docx", word()))

    assert states(batch) == {"坏.docx": "unreadable", "好.docx": "imported"}


def test_whoever_imports_a_form_does_not_review_it(city):
    imported(city.reviewer, ("自评表.docx", word()))
    record = FormRecord.objects.get()
    hand_in(order(city.clerk, record))

    record.refresh_from_db()
    assert "review-department" not in allowed_actions(city.reviewer, record)
