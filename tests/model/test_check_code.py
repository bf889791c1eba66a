"""The check code: the same for the same answers, another for any other answer."""

from msgspec.structs import replace

from jiheng.model.check_code import check_code, code_in, code_line
from jiheng.model.form import Form, Funds, Indicator, MoneyLine, Project, Source, Total

FORM = Form(
    id="000000000000-1",
    source=Source(path="云溪.docx", format="docx", part="table 1", index=1, sha256="0" * 64),
    layout="guyuan-2024",
    title="项目支出绩效自评表",
    year=2024,
    project=Project(name="乡村图书流动车"),
    funds=Funds(lines=(MoneyLine(label="年度资金总额", executed="18.5"),)),
    indicators=(Indicator(name="流动车出车次数", target="≥120次", actual="131次", method="B/A"),),
    total=Total(score="97"),
)


def test_the_same_form_keeps_its_code_from_release_to_release() -> None:
    assert check_code(FORM) == "T4Q2-KJTM-7GH6"


def test_where_and_how_the_form_was_read_does_not_change_it() -> None:
    read_again = replace(FORM, id="111111111111-3", layout="national-2020", pack="cn-2020-10")

    assert check_code(read_again) == check_code(FORM)


def test_words_that_the_template_prints_do_not_change_it() -> None:
    bare = replace(FORM, title=None, notes=("执行率保留两位小数。",))

    assert check_code(bare) == check_code(FORM)


def test_blanks_and_wide_signs_of_a_scan_do_not_change_it() -> None:
    scanned = replace(FORM, project=Project(name="乡村图书 流动车"))

    assert check_code(scanned) == check_code(FORM)


def test_another_actual_value_gives_another_code() -> None:
    row = replace(FORM.indicators[0], actual="132次")

    assert check_code(replace(FORM, indicators=(row,))) != check_code(FORM)


def test_a_value_in_the_next_field_gives_another_code() -> None:
    line = MoneyLine(label="年度资金总额", adjusted_budget="18.5")

    assert check_code(replace(FORM, funds=Funds(lines=(line,)))) != check_code(FORM)


def test_the_line_at_the_foot_gives_the_code_back() -> None:
    assert code_in(code_line("7Q2M-0XKD-91TA")) == "7Q2M-0XKD-91TA"


def test_a_note_that_speaks_of_check_codes_is_no_code() -> None:
    assert code_in("校验码由系统生成，不得涂改") is None
