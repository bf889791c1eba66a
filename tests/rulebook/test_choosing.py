from jiheng.model.form import Indicator
from jiheng.rulebook.choosing import LOCAL_IDS, choose_pack, pack_head
from jiheng.rulebook.loading import all_packs, load_pack
from tests.rulebook.forms import form


def test_every_pack_of_a_place_that_says_for_which_years_and_forms_is_tried():
    said = (pack for pack in all_packs() if pack.years and (pack.layouts or pack.titles))

    assert tuple(pack.id for pack in said if pack.places) == LOCAL_IDS


def test_the_head_says_what_the_whole_pack_says():
    heads = [(head.id, head.places, head.years) for head in map(pack_head, LOCAL_IDS)]
    packs = [(pack.id, pack.places, pack.years) for pack in map(load_pack, LOCAL_IDS)]

    assert heads == packs


def test_place_layout_and_year_together_choose_the_pack_of_the_place():
    choice = choose_pack(form(unit="六盘水市示例局", layout="liupanshui-2023", year=2023))

    assert (choice.pack.id, choice.certain) == ("liupanshui-2023", True)


def test_the_title_stands_for_a_layout_that_was_not_recognised():
    choice = choose_pack(form(title="固原市本级部门项目支出绩效自评表", year=2024))

    assert choice.pack.id == "guyuan-2024"


def test_blanks_in_the_title_do_not_matter():
    choice = choose_pack(form(title="固原市本级部门 项目支出绩效自评表", year=2024))

    assert choice.pack.id == "guyuan-2024"


def test_a_layout_of_another_place_lends_no_rules():
    choice = choose_pack(form(unit="云溪县示例局", layout="liupanshui-2023", year=2023))

    assert (choice.pack.id, choice.certain) == ("cn-2020-10", False)


def test_a_form_that_shares_only_the_layout_never_hears_of_the_other_place():
    choice = choose_pack(form(unit="云溪县示例局", layout="liupanshui-2023", year=2023))

    assert choice.why == "表上没有别的算法，用全国规则包 cn-2020-10。"


def test_another_year_lends_no_rules():
    choice = choose_pack(form(unit="六盘水市示例局", layout="liupanshui-2023", year=2025))

    assert choice.why == (
        "单位或标题写明“六盘水”，表样相符，但年度为 2025，规则包 liupanshui-2023 只管 2023，"
        "不借用；表上没有别的算法，用全国规则包 cn-2020-10。"
    )


def test_an_unknown_year_lends_no_rules():
    choice = choose_pack(form(unit="六盘水市示例局", layout="liupanshui-2023", year=None))

    assert (choice.pack.id, "年度为 未写明" in choice.why) == ("cn-2020-10", True)


def test_another_form_of_the_place_lends_no_rules():
    choice = choose_pack(form(unit="固原市示例局", layout="national-2020", year=2024))

    assert (choice.pack.id, "表样与规则包 guyuan-2024 的不同" in choice.why) == ("cn-2020-10", True)


def test_cost_as_a_first_level_takes_the_cost_family():
    row = Indicator(level1="成本指标", level2="经济成本指标", name="印刷费用")

    assert choose_pack(form(indicators=(row,))).pack.id == "cn-2021-101"


def test_the_layout_with_cost_as_a_first_level_takes_the_cost_family():
    assert choose_pack(form(layout="national-2021-cost")).pack.id == "cn-2021-101"


def test_cost_under_output_does_not_take_the_cost_family():
    row = Indicator(level1="产出指标", level2="成本指标", name="印刷费用")

    assert choose_pack(form(indicators=(row,))).pack.id == "cn-2020-10"


def test_notes_that_print_tiers_at_fifty_take_the_older_family():
    note = "定性指标分三档：分别按照 100－80%（含）、80－50%（含）、50－0% 确定分值。"

    assert choose_pack(form(notes=(note,))).pack.id == "cn-2017"


def test_a_column_of_methods_that_prints_tiers_at_fifty_takes_the_older_family():
    row = Indicator(name="服务水平", method="按 100%-80% (含)、80%-50% (含)、50%-0% 记分")

    assert choose_pack(form(indicators=(row,))).pack.id == "cn-2017"


def test_notes_that_print_tiers_at_sixty_take_the_present_family_for_that_reason():
    note = "定性指标分三档：100%—80%（含）、80%—60%（含）、60%—0%。"

    assert choose_pack(form(notes=(note,))).why == (
        "表上印的定性三档以 60% 为界，用全国规则包 cn-2020-10。"
    )


def test_a_form_that_prints_nothing_takes_the_present_family():
    choice = choose_pack(form())

    assert (choice.pack.id, choice.certain) == ("cn-2020-10", False)


def test_the_reason_is_given_in_english_too():
    choice = choose_pack(
        form(unit="六盘水市示例局", layout="liupanshui-2023", year=None), language="en"
    )

    assert choice.why == (
        "The unit or the title names “六盘水” and the layout fits, but the year is not stated and"
        " rule pack liupanshui-2023 is only for 2023: it is not borrowed. The form prints no other"
        " way of scoring, so the national rule pack cn-2020-10 is used."
    )


def test_a_form_of_sichuan_takes_the_pack_of_its_province():
    choice = choose_pack(form(unit="四川省某县示例局", layout="sichuan-2023", year=2023))

    assert (choice.pack.id, choice.certain) == ("sichuan-2023", True)


def test_a_pack_of_a_place_that_names_no_forms_is_taken_by_name_only():
    choice = choose_pack(form(unit="广东省某县示例局", layout="national-2020", year=2023))

    assert (choice.pack.id, choice.why) == (
        "cn-2020-10",
        "表上没有别的算法，用全国规则包 cn-2020-10。",
    )
