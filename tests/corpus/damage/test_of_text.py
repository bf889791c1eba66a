from tests.corpus.damage.pieces import FERRY, Last, lines, spoilt


def test_separators_become_one_blank():
    assert "更新渡船数量 ≥4艘 4艘 20 20\t" in "\n".join(lines("lost-separators"))


def test_separators_become_nothing_too():
    assert "\t\t\t培训船员人数=12人12人2020\t" in lines("lost-separators", Last())


def test_numbers_of_neighbouring_cells_run_together():
    assert "\t年度资金总额\t\t8080761095%9.5" in lines("run-together")
    assert "\t\t\t培训船员人数\t=12人\t12人\t2020\t" in lines("run-together")


def test_each_cell_stands_on_its_own_line():
    found = lines("cell-a-line")
    start = found.index("船舶检验合格率")

    assert found[start : start + 6] == [
        "船舶检验合格率",
        "≥98%",
        "96.04%",
        "20",
        "19.6",
        "一艘复检",
    ]


def test_pipes_do_not_follow_the_rows():
    found = [line for line in lines("pipes-off-rows") if line.startswith("|")]

    assert found[:2] == [
        "| 项目名称 |  | 渡船更新 |  |",
        "|  |  |  |  |",
    ]


def test_all_cells_are_still_there_between_the_pipes():
    text = "".join(lines("pipes-off-rows"))

    assert "≥98% | 96.04%" in text


def test_indicators_are_read_column_by_column():
    found = lines("column-order")
    start = found.index("三级指标")

    assert found[start : start + 6] == [
        "三级指标",
        "更新渡船数量",
        "培训船员人数",
        "船舶检验合格率",
        "过渡群众满意度",
        "年度指标值",
    ]


def test_levels_and_columns_with_gaps_are_unknowable_in_column_order():
    unknowable = spoilt("column-order", text=True)[0].unknowable

    assert {"indicators[2].level2", "indicators[0].reason", "funds.lines[1].score"} <= unknowable
    assert "indicators[2].score" not in unknowable


def test_cells_of_a_row_are_joined_by_blanks():
    assert "质量指标 船舶检验合格率 ≥98% 96.04% 20 19.6 一艘复检" in lines("joined-by-blanks")


def test_the_lower_half_of_a_form_has_no_truth():
    scrap, whole, _ = spoilt("half-forms", text=True, count=3)

    assert scrap.form is None
    assert "项目名称" not in scrap.text
    assert whole.form == FERRY


def test_a_form_that_breaks_off_is_true_above_the_break():
    broken = spoilt("half-forms", text=True, count=3)[2]

    assert [item.name for item in broken.form.indicators] == ["更新渡船数量"]
    assert broken.form.total.score is None
    assert broken.form.project == FERRY.project
    assert "培训船员人数" not in broken.text.split("一级指标")[1]


def test_narrow_columns_break_cells_over_lines_in_their_order():
    found = lines("narrow-columns")
    text = "".join(found)

    assert "船舶检验合格率" in text
    assert "船舶检验合格率" not in found
    assert not any("\t" in line for line in found)


def test_narrow_columns_keep_every_sign():
    whole = "".join("".join(lines("narrow-columns", Last())).split())

    for text in (
        "更新渡船数量≥4艘4艘2020",
        "船舶检验合格率≥98%96.04%2019.6一艘复检",
        "自评99.1分。",
    ):
        assert text in whole
