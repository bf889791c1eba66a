"""The same form in the shapes that pages and copies leave behind."""

from tests.readers.recognise.sheets import COLUMNS, HEAD, form, forms

ROWS = """\
| 产出指标(60分) | 数量指标 | 租用校车数 | ≥6辆 | 6辆 | 60 | 60 | |
| 效益指标(30分) | 社会效益指标 | 家长满意度 | ≥90% | 95% | 30 | 30 | |
| 总分 | | | | | 100 | 99.5 | |
"""
WHOLE = HEAD + COLUMNS + ROWS


def shown(read):
    return [(row.name, row.target, row.actual, row.weight, row.score) for row in read.indicators]


EXPECTED = [("租用校车数", "≥6辆", "6辆", "60", "60"), ("家长满意度", "≥90%", "95%", "30", "30")]


def test_rows_that_only_end_in_a_pipe_are_rows():
    text = "\n".join(line.removeprefix("|") for line in WHOLE.splitlines())

    (read,) = forms(text)

    assert shown(read) == EXPECTED


def test_a_line_that_begins_with_a_pipe_goes_on_where_no_other_row_does():
    lines = [line.removeprefix("|").strip() for line in WHOLE.splitlines()]
    at = next(number for number, line in enumerate(lines) if "租用校车数" in line)
    head, tail = lines[at].split("| ≥6辆")
    lines[at : at + 1] = [head.strip() + " |", "| ≥6辆" + tail]

    (read,) = forms("\n".join(lines))

    assert shown(read) == EXPECTED


def test_one_cell_a_line_may_carry_its_pipe():
    cells = [
        cell.strip() for line in WHOLE.splitlines() for cell in line.split("|") if cell.strip()
    ]

    (read,) = forms("\n".join(f"{cell} |" for cell in cells))

    assert shown(read) == EXPECTED


def test_cells_kept_apart_by_blanks_alone_are_read_and_all_in_doubt():
    cells = [
        cell.strip() for line in WHOLE.splitlines() for cell in line.split("|") if cell.strip()
    ]

    (read,) = forms("  ".join(cells))

    assert shown(read) == EXPECTED
    assert {"indicators[0].target", "total.score"} <= {doubt.at for doubt in read.doubts}


def test_the_year_of_the_title_comes_before_any_other_date():
    text = "今天是：2035年1月2日\n填报日期：2023年4月6日\n2022年" + WHOLE.replace(
        "(2023年度)\n", ""
    )

    assert forms(text)[0].year == 2022


def test_the_label_of_the_grade_is_no_grade():
    read = form(ROWS.splitlines()[0], tail="| 总分 | 100 | 自评等级 | 优 |\n")

    assert read.total.grade == "优"


def test_the_rate_tells_which_budget_is_missing():
    head = HEAD.replace(
        "| | 年度资金总额: | 80 | 80 | 76 | 10 | 95% | 9.5 |",
        "| 年度资金总额: | 32.4 | 31.69 | 10 | 97.81% | 9.78 |",
    )

    (line,) = form(ROWS, head=head).funds.lines

    assert (line.executed, line.weight, line.rate, line.score) == ("31.69", "10", "97.81%", "9.78")


def test_a_lone_total_of_a_form_without_scores_is_the_weight():
    rows = "| 产出指标 | 数量指标 | 租用校车数 | ≥6辆 | | 60 | | |\n| 合计 | | | | | 100 | | |\n"
    total = form(rows).total

    assert (total.weight, total.score) == ("100", None)
