"""What changed between two versions of a form."""

from msgspec.structs import replace

from jiheng.model.form import Form, Goal, Indicator, LabelledText, Project, Source, Total
from jiheng.pipeline.changes import Change, changes_of, compare_files

SOURCE = Source(path="a", format="text", part="table 1", index=1, sha256="0" * 64)
TRIPS = Indicator(name="出车次数", target="≥120次", actual="131次", weight="50", score="50")
READERS = Indicator(name="借阅人次", target="≥3000人次", actual="2800人次", weight="40", score="37")
FORM = Form(
    id="0-1",
    source=SOURCE,
    year=2024,
    project=Project(name="乡村图书流动车"),
    goal=Goal(expected="全年出车120次。"),
    indicators=(TRIPS, READERS),
    total=Total(score="97"),
    notes=("按年度填写。",),
    texts=(LabelledText(label="存在问题", text="雨季停运。"),),
)


def changed(after: Form) -> list[Change]:
    return list(changes_of(FORM, after))


def test_a_form_that_says_the_same_has_no_changes():
    assert changed(replace(FORM, id="1-1", layout="national-2020")) == []


def test_a_cell_is_told_with_its_old_and_its_new_text():
    after = replace(FORM, total=Total(score="96"))

    assert changed(after) == [Change(at="total.score", before="97", after="96")]


def test_a_cell_that_was_emptied_has_nothing_after():
    after = replace(FORM, total=Total())

    assert changed(after) == [Change(at="total.score", before="97", after=None)]


def test_rows_are_found_again_by_their_names_where_they_were_moved_down():
    fuel = Indicator(name="燃油费", target="≤2万元")
    after = replace(FORM, indicators=(fuel, TRIPS, replace(READERS, score="36")))

    assert changed(after) == [
        Change(at="indicators[0]", before=None, after="燃油费", is_row=True),
        Change(at="indicators[2].score", before="37", after="36"),
    ]


def test_a_row_that_was_taken_away_is_told_as_one():
    assert changed(replace(FORM, indicators=(TRIPS,))) == [
        Change(at="indicators[1]", before="借阅人次", after=None, is_row=True)
    ]


def test_a_row_with_another_name_in_the_same_place_was_renamed():
    after = replace(FORM, indicators=(TRIPS, replace(READERS, name="到车借阅人次")))

    assert changed(after) == [
        Change(at="indicators[1].name", before="借阅人次", after="到车借阅人次")
    ]


def test_a_further_text_is_found_by_its_label():
    after = replace(FORM, texts=(LabelledText(label="存在问题", text="雨季停运两周。"),))

    assert changed(after) == [
        Change(at="texts[0].text", before="雨季停运。", after="雨季停运两周。")
    ]


def test_a_note_that_was_reworded_is_one_change():
    assert changed(replace(FORM, notes=("按自然年度填写。",))) == [
        Change(at="notes[0]", before="按年度填写。", after="按自然年度填写。")
    ]


def test_forms_of_two_files_are_paired_by_project_and_the_others_stand_alone():
    other = replace(FORM, project=Project(name="夜校师资补助"))

    pairs = compare_files((FORM,), (other, replace(FORM, year=2025)))

    assert [(each.before is None, len(each.changes)) for each in pairs] == [(True, 0), (False, 1)]
