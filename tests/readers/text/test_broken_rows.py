"""Rows of words that lines broke: copies of pages end a line where a narrow cell ends one."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

HEAD = (
    "项目支出绩效自评表\n（2022年度）\n项目名称 无偿献血\n"
    "一级指标 二级指标 三级指标 年度指标值 全年完成值 分值 得分 偏差原因分析及改进措施\n"
)


def only(text: str) -> Form:
    (found,) = forms(HEAD + text)
    return found


def told(form: Form) -> list[tuple[str | None, ...]]:
    return [
        (row.level2, row.name, row.target, row.actual, row.weight, row.score, row.reason)
        for row in form.indicators
    ]


def test_a_name_goes_on_in_the_next_line():
    read = only(
        "产出指标(50分) 数量指标 全年采集全血\n人次 ≥2.6万人次 27154人次 50 50\n"
        "效益指标 社会效益指标 临床用血需求 有效保障 有效保障 40 40\n总分 90 90\n"
    )

    assert told(read) == [
        ("数量指标", "全年采集全血人次", "≥2.6万人次", "27154人次", "50", "50", None),
        ("社会效益指标", "临床用血需求", "有效保障", "有效保障", "40", "40", None),
    ]


def test_a_reason_goes_on_in_the_next_line():
    read = only(
        "产出指标 数量指标 机采血小板治疗量 ≥4200个 4016个 50 47.8 受疫情影响，团体献血预\n约取消12场\n"
        "质量指标 血液检测合格率 ≥99% 99.62% 40 40 无\n总分 90 87.8\n"
    )

    assert [row.name for row in read.indicators] == ["机采血小板治疗量", "血液检测合格率"]
    assert read.indicators[0].reason == "受疫情影响，团体献血预约取消12场"


def test_levels_that_narrow_columns_broke_are_whole():
    read = only(
        "产出\n指标 数量指标 购置采血车 ≥1辆 1辆 50 50\n"
        "满意\n度指\n标 服务对象满意\n度指标 献血者满意度 ≥90% 95% 40 40\n总分 90 90\n"
    )

    assert [(row.level1, row.level2, row.name) for row in read.indicators] == [
        ("产出指标", "数量指标", "购置采血车"),
        ("满意度指标", "服务对象满意度指标", "献血者满意度"),
    ]


def test_a_level_above_names_left_empty_holds_for_the_rows_below_them():
    read = only(
        "产出指标 数量指标 购置采血车 ≥1辆 1辆 50 50\n……\n"
        "效益指标 经济效益指标 指标1：\n……\n社会效益指标 指标1：供血完成率 100% 100% 40 40\n总分 90 90\n"
    )

    assert [(row.level1, row.level2, row.name) for row in read.indicators] == [
        ("产出指标", "数量指标", "购置采血车"),
        ("效益指标", "社会效益指标", "供血完成率"),
    ]


def test_headings_repeated_on_the_next_page_are_no_row():
    heading = HEAD.splitlines()[-1]
    read = only(
        "产出指标 数量指标 购置采血车 ≥1辆 1辆 50 50\n— 23 —\n"
        f"{heading}\n质量指标 血液检测合格率 ≥99% 99.62% 40 40\n总分 90 90\n"
    )

    assert [row.name for row in read.indicators] == ["购置采血车", "血液检测合格率"]


def test_blanks_that_a_page_sets_between_numbers_and_words_are_in_their_cells():
    read = only(
        "产出指标\n(50 分)\n数量指标\n建成高标准农\n田面积\n≥27848 亩 27848 亩 50 50\n"
        "时效指标\n完工时间 9 月底前 2021 年 9 月 15 日 40 40\n总分 90 90\n"
    )

    assert [(row.name, row.target, row.actual) for row in read.indicators] == [
        ("建成高标准农田面积", "≥27848亩", "27848亩"),
        ("完工时间", "9月底前", "2021年9月15日"),
    ]


def test_signs_and_units_in_columns_of_their_own_stay_there():
    (read,) = forms(
        "项目名称 实训基地\n"
        "一级指标 二级指标 三级指标 绩效指标性质 绩效指标值 绩效度量单位 分值 实际完成值 得分\n"
        "产出指标 数量指标 购置实训设备 大于等于 86 台（套） 50 91 50\n"
        "时效指标 故障响应时间 ≤ 24 小时 40 20 40\n总分 90 90\n"
    )

    assert [(row.nature, row.target, row.actual) for row in read.indicators] == [
        ("大于等于", "大于等于86台（套）", "91"),
        ("≤", "≤24小时", "20"),
    ]


def test_rows_of_pipes_go_on_where_no_pipe_ends_them():
    (read,) = forms(
        "项目名称 | 大殿修缮 |\n主管部门 | 省文物局 | 实施单位 | 古建筑保护所 |\n"
        "项目资金 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
        "年度资金总额 | 320 | 320 | 320 | 10 | 100% | 10 |\n"
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 备注 |\n"
        "产出指标 | 数量指标 | 文物本体修缮\n面积 | ≥1280平方米 | 1280平方米 | 50 | 50 | |\n"
        "质量指标 | 验收合格率 | 100% | 100% | 40 | 38 | 壁画需\n二次试验 |\n总分 | 100 | 98 | |\n"
    )

    assert [(row.name, row.score, row.reason) for row in read.indicators] == [
        ("文物本体修缮面积", "50", None),
        ("验收合格率", "38", "壁画需二次试验"),
    ]


def test_rows_whose_first_cell_is_empty_begin_with_a_pipe_and_are_rows():
    (read,) = forms(
        "项目名称 | 健身路径 | | | | | |\n"
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 全年完成值 | 分值 | 得分 |\n"
        "产出指标 | 数量指标 | 新建健身路径 | ≥60套 | 62套 | 30 | 30 |\n"
        " | | 举办赛事活动 | ≥30场次 | 33场次 | 30 | 30 |\n"
        " | 质量指标 | 器材验收合格率 | 100% | 100% | 30 | 30 |\n"
        "总分 | | | | | 90 | 90 |\n"
    )

    assert [(row.level2, row.name) for row in read.indicators] == [
        ("数量指标", "新建健身路径"),
        ("数量指标", "举办赛事活动"),
        ("质量指标", "器材验收合格率"),
    ]


def test_rows_below_headings_that_lines_broke():
    (read,) = forms(
        "项目名称\n辅具适配\n指标名称\n计量单\n位\n指标性\n质\n年度指\n标值\n全年完\n成值\n指标权\n重\n（分）\n"
        "指标得\n分\n辅助器具适配人次 人次 ≥ 735 762 40 40\n燃油补贴标准 元 ＝ 260 260 30 30\n"
        "补贴发放准确率 % ＝ 100 100 20 20\n"
    )

    assert [(row.name, row.target, row.weight) for row in read.indicators] == [
        ("辅助器具适配人次", "≥735人次", "40"),
        ("燃油补贴标准", "＝260元", "30"),
        ("补贴发放准确率", "＝100%", "20"),
    ]


def test_rows_that_are_not_scored_yet_stay_apart():
    rows = [f"数量指标 培训第{n}期人数 ≥10{n}人 12{n}人 6" for n in range(1, 16)]
    read = only("\n".join([f"产出指标 {rows[0]}", *rows[1:], "总分 90"]) + "\n")

    assert [(row.name, row.target, row.weight) for row in read.indicators] == [
        (f"培训第{n}期人数", f"≥10{n}人", "6") for n in range(1, 16)
    ]
