from msgspec.structs import replace

from jiheng.corpus.labels import text_labels
from jiheng.rulebook.layouts import load_layout

SICHUAN = load_layout("sichuan-2023")


def test_labels_come_from_top_to_bottom():
    assert text_labels(SICHUAN)[:3] == ("项目实施内容及过程概述", "存在问题", "改进措施")


def test_blocks_in_another_order_give_labels_in_another_order():
    turned = replace(SICHUAN, blocks=("tail", "head", "middle"))

    assert text_labels(turned)[0] == "存在问题"
    assert text_labels(turned)[-1] == "项目实施内容及过程概述"


def test_a_further_text_of_the_goal_block_is_a_text():
    assert "全年(调整)绩效目标" in text_labels(load_layout("chongqing-2022"))


def test_a_form_without_texts_has_no_labels():
    assert text_labels(load_layout("national-2020")) == ()
