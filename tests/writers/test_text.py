from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out
from jiheng.writers.text import write_lines, write_markdown, write_text
from tests.writers.forms import ROADS, WATER

LAID = lay_out(WATER, load_layout("liupanshui-2023"))


def test_a_merged_cell_stands_once_and_leaves_its_other_places_blank():
    lines = write_text(LAID).decode().splitlines()

    assert "\t\t成本指标\t成本金额\t≤300万元\t294万元\t20\t20\t" in lines


def test_paragraphs_of_a_cell_stand_between_tags():
    text = write_text(LAID).decode()

    assert "<p>1. 改造管网42公里。</p><p>2. 新建净水站6座。</p>" in text


def test_a_markdown_table_has_a_rule_below_its_first_row():
    lines = write_markdown(LAID).decode().splitlines()

    assert lines[lines.index("|" + " --- |" * 9) - 1].startswith("| 项目名称 |")


def test_one_cell_a_line_leaves_out_empty_cells():
    laid = lay_out(ROADS, load_layout("guyuan-2024"))

    lines = write_lines(laid).decode().splitlines()

    at = lines.index("指标1: 养护里程")
    end = lines.index("总 分")
    assert lines[at : at + 3] == ["指标1: 养护里程", "20", "≥320公里"]
    assert "" not in lines[at:end]
