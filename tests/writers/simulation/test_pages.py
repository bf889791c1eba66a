"""What readers see of a simulation."""

import re
from importlib.resources import files

import pytest
from msgspec import yaml
from msgspec.structs import replace

from jiheng.model.simulation import (
    Bin,
    Ends,
    Grouping,
    Move,
    Row,
    RulesNamed,
    Simulation,
    Step,
    Sums,
)
from jiheng.rulebook.messages import template
from jiheng.writers.simulation import write_simulation, write_summary
from jiheng.writers.simulation.words import Words

SUMS = Sums(
    forms=12,
    compared=10,
    before=Ends(low="950", high="960"),
    after=Ends(low="900", high="910"),
    mean_before=Ends(low="95", high="96"),
    mean_after=Ends(low="90", high="91"),
    changed=4,
    crossing=3,
    up=1,
    down=2,
    ranges_before=1,
    ranges_after=2,
    unsaid_before=2,
    unsaid_after=2,
    unbudgeted=0,
    money="250000000",
    crossing_money="1230000",
)
TOTALS = tuple(
    Bin(low=str(at), high=str(at + 1), lowest=at % 3, highest=at % 2) for at in range(80, 100)
)
STEP = Step(
    value=None,
    sums=SUMS,
    moves=(
        Move(before="优", after="优", forms=6, money="900"),
        Move(before="优", after="中–良", forms=2, money="1000000"),
        Move(before="中", after="优", forms=1, money="230000"),
        Move(before=None, after=None, forms=2, money="0"),
    ),
    totals_before=TOTALS,
    totals_after=TOTALS,
    changes=(
        Bin(low=None, high="-20.01", lowest=1, highest=0),
        Bin(low="0", high="0", lowest=6, highest=6),
        Bin(low="1.01", high="2", lowest=3, highest=4),
        Bin(low="20.01", high=None, lowest=1, highest=0),
    ),
    groupings=(
        Grouping(by="region", rows=(Row(name="990100", sums=SUMS),)),
        Grouping(
            by="department",
            rows=tuple(
                Row(name=f"云岭市第{at}局", sums=replace(SUMS, crossing=at)) for at in range(33)
            ),
        ),
        Grouping(
            by="size",
            rows=(
                Row(name=None, sums=SUMS),
                Row(name="100000000-", sums=SUMS),
                Row(name="0-100000", sums=replace(SUMS, mean_before=None, mean_after=None)),
            ),
        ),
    ),
)
RULES = RulesNamed(packs=("cn-2020-10 1",), is_own=False)
SIMULATION = Simulation(
    corpus="云岭市<2024>",
    manifest_sha256="ab" * 32,
    made_up=True,
    before=RULES,
    after=replace(RULES, settings=("over_completion.threshold=120%",)),
    grades=("差", "中", "良", "优"),
    steps=(STEP,),
)
SWEEP = replace(
    SIMULATION,
    parameter="over_completion.threshold",
    steps=tuple(
        replace(STEP, value=f"{at}%", sums=replace(SUMS, crossing_money=str(at * 10**7)))
        for at in range(105, 125)
    ),
)


def page(simulation=SIMULATION, language="zh"):
    return write_simulation(simulation, command="jiheng corpus simulate", language=language)


def shown(markup):
    return re.sub(r"<[^>]+>", " ", markup)


def test_the_page_loads_nothing_and_runs_nothing():
    assert "default-src &#x27;none&#x27;" in page()
    assert "<script" not in page()


def test_names_of_a_corpus_are_text_and_never_markup():
    assert "云岭市&lt;2024&gt;" in page()


def test_made_up_forms_are_said_to_be():
    assert "模拟数据" in page()
    assert "模拟数据" not in page(replace(SIMULATION, made_up=False))


def test_a_cell_of_the_matrix_names_the_condition_of_its_forms():
    cell = re.search(r'<td class="([^"]+)" title="before=优  after=中–良">(.*?)</td>', page())

    assert (cell[1], shown(cell[2]).split()) == ("num down s2", ["2", "100万元"])


def test_a_figure_names_the_condition_of_its_forms():
    figure = re.search(r'<div title="move!=same">(.*?)</div>', page())

    assert shown(figure[1]).split() == ["等次有变的", "3", "升", "1，降", "2"]


def test_a_number_of_a_group_names_both_its_conditions():
    cell = 'title="department=云岭市第32局  move=down"'

    assert cell in page()


def test_what_rises_is_marked_as_such():
    assert 'class="num up s5" title="before=中  after=优"' in page()


def test_a_key_with_one_value_only_has_no_table():
    assert "按地区" not in page()


def test_no_more_than_25_rows_stand_on_the_page_those_with_most_changes_first():
    assert shown(page()).count("云岭市第") == 25
    assert "云岭市第32局" in page()
    assert "还有 8 行" in page()


def test_sizes_stand_in_their_order_the_unknown_last():
    titles = re.findall(r'<th scope="row" title="(budget[^"]*)"', page())

    assert titles == ["budget&gt;=0  budget&lt;100000", "budget&gt;=100000000", "budget="]


def test_a_size_is_told_in_words():
    assert [words for words in ("10万元 以下", "1亿元 及以上", "（未填）") if words in page()] == [
        "10万元 以下",
        "1亿元 及以上",
        "（未填）",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sector_that_is_told_apart_has_a_name(language):
    codes = yaml.decode((files("jiheng.rulebook") / "words/sectors.yaml").read_bytes())

    assert [code for code in codes if template(f"simulation.sector.{code}", language) is None] == []


def test_a_sector_without_a_name_keeps_its_code():
    rows = (Row(name="water", sums=SUMS), Row(name="space", sums=SUMS))
    step = replace(STEP, groupings=(Grouping(by="sector", rows=rows),))

    names = re.findall(
        r'title="sector=[^"]*">([^<0-9]+)</th>', page(replace(SIMULATION, steps=(step,)))
    )

    assert sorted(names) == ["space", "水利"]


def test_both_ends_of_totals_are_drawn_where_some_are_ranges():
    assert "总分的最低分" in page()
    assert "总分的最高分" in page()


def test_one_chart_is_enough_where_no_total_is_a_range():
    sure = tuple(replace(each, highest=each.lowest) for each in TOTALS)
    step = replace(STEP, totals_before=sure, totals_after=sure, changes=())

    assert "总分的最高分" not in page(replace(SIMULATION, steps=(step,)))


def test_a_sweep_has_a_row_and_a_bar_a_value():
    markup = page(SWEEP)

    assert shown(markup).count("124%") >= 2
    assert markup.count('class="after"') == 20


def test_packs_of_the_forms_own_are_said_to_be():
    own = replace(RULES, is_own=True)

    assert "各表原来的规则包（cn-2020-10 1）" in page(replace(SIMULATION, before=own))


def test_a_sweep_in_which_nothing_can_be_said_is_drawn_all_the_same():
    nothing = replace(SUMS, mean_before=None, mean_after=None)
    steps = tuple(replace(step, sums=nothing) for step in SWEEP.steps)

    assert "平均总分" in page(replace(SWEEP, steps=steps))


@pytest.mark.parametrize("simulation", [SIMULATION, SWEEP])
def test_an_english_page_has_chinese_only_in_names(simulation):
    words = shown(page(simulation, "en")).replace("云岭市", "")

    assert set(re.findall(r"[\u4e00-\u9fff]+", words)) <= {"优", "良", "中", "差", "第", "局"}


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        ("0", "0万元"),
        ("12345", "1.23万元"),
        ("99999999", "10,000万元"),
        ("123400000000", "1,234亿元"),
    ],
)
def test_money_is_told_in_a_unit_that_can_be_read(yuan, words):
    assert Words().money(yuan) == words


def test_every_number_of_every_step_is_in_the_table():
    lines = write_summary(SWEEP).decode("utf-8-sig").splitlines()

    assert lines[0] == '"value","table","row","column","number"'
    assert '"124%","all","","crossing_money","1240000000"' in lines
    assert '"105%","changes","..-20.01","lowest","1"' in lines
    assert '"105%","size","","mean_before_low","95"' in lines


def test_a_department_that_a_sheet_would_compute_stays_text():
    rows = (Row(name='=HYPERLINK("x")', sums=SUMS),)
    step = replace(STEP, groupings=(Grouping(by="department", rows=rows),))

    table = write_summary(replace(SIMULATION, steps=(step,))).decode("utf-8-sig")

    assert "\"'=HYPERLINK" in table
