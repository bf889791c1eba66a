import msgspec
import pytest

from jiheng.corpus.generator import sample
from jiheng.corpus.sectors import SECTORS, load_sector
from jiheng.model.points import parse_points
from jiheng.rulebook.layouts import LAYOUT_IDS, UnknownLayout, load_layout
from jiheng.writers.layout import lay_out

SCORED = ("guyuan-2024", "liupanshui-2023", "national-2020", "national-2021-cost")
FORMS = tuple(form for layout in SCORED for form in sample(12, seed=7, layout=layout))


def points(items, field):
    return sum(parse_points(getattr(item, field)) or 0 for item in items)


def amount(text):
    return parse_points(text) or 0


def test_the_same_seed_gives_the_same_bytes():
    first, again = (msgspec.json.encode(tuple(sample(12, seed=3))) for _ in range(2))

    assert first == again


def test_another_seed_gives_other_forms():
    assert tuple(sample(4, seed=3)) != tuple(sample(4, seed=4))


def test_layouts_are_taken_in_turn():
    forms = tuple(sample(len(LAYOUT_IDS) + 1, seed=1))

    assert tuple(form.layout for form in forms) == (*LAYOUT_IDS, LAYOUT_IDS[0])


def test_one_layout_may_be_asked_for():
    assert {form.layout for form in sample(5, seed=1, layout="guyuan-2024")} == {"guyuan-2024"}


def test_an_unknown_layout_is_refused():
    with pytest.raises(UnknownLayout):
        next(sample(1, seed=1, layout="atlantis-2024"))


def test_an_unknown_sector_is_refused():
    with pytest.raises(KeyError):
        next(sample(1, seed=1, sectors=("alchemy",)))


def test_a_form_speaks_of_the_sector_that_was_asked_for():
    projects = {form.project.name for form in sample(9, 1, "national-2020", ("water",))}

    assert projects <= set(load_sector("water").projects)


@pytest.mark.parametrize("name", SECTORS)
def test_every_sector_has_indicators_for_every_second_level(name):
    themes = ["数量", "质量", "时效", "成本", "经济", "社会", "生态", "持续", "满意"]

    assert list(load_sector(name).indicators) == themes
    assert all(load_sector(name).indicators.values())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.id}")
def test_weights_add_up_to_a_hundred(form):
    assert points(form.indicators, "weight") + amount(form.funds.lines[0].weight) == 100_00


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.id}")
def test_the_total_is_the_sum_of_the_scores(form):
    scores = points(form.indicators, "score") + amount(form.funds.lines[0].score)

    assert parse_points(form.total.score) == scores


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.id}")
def test_the_parts_of_the_money_add_up(form):
    total, *rest = form.funds.lines
    tops = [line for line in rest if line.of is None]

    assert points(tops, "executed") == amount(total.executed)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.id}")
def test_points_are_lost_only_with_a_reason(form):
    lost = [item for item in form.indicators if item.score != item.weight]

    assert all(item.reason for item in lost)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.id}")
def test_a_name_stands_once_in_a_form(form):
    names = [item.name for item in form.indicators]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.id}")
def test_nothing_is_true_that_the_layout_does_not_print(form):
    places = lay_out(form, load_layout(form.layout)).places
    fields = {
        f"indicators[{number}].{name}"
        for number, item in enumerate(form.indicators)
        for name, value in msgspec.structs.asdict(item).items()
        if value is not None and name not in {"level1_printed", "level1_points"}
    }

    assert fields <= set(places)


def test_goals_with_rows_of_their_own_share_the_indicators():
    form = next(form for form in sample(9, 1, "hubei-2021") if form.goals)
    numbers = [item.goal for item in form.indicators]

    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(form.goals)))
    assert form.goal == form.goals[0]


def test_rows_of_the_only_goal_point_to_none():
    form = next(sample(1, 166303, "hubei-2021"))

    assert not form.goals
    assert {item.goal for item in form.indicators} == {None}


def test_a_form_that_scores_execution_with_twenty_points_has_eighty_for_the_rest():
    money = next(sample(1, 1, "hubei-2021")).funds.lines[0]

    assert 15_00 < parse_points(money.score) <= 20_00


def test_texts_stand_in_the_order_of_the_form():
    form = next(sample(1, 1, "sichuan-2023"))

    assert [text.label for text in form.texts][:3] == [
        "项目实施内容及过程概述",
        "存在问题",
        "改进措施",
    ]


@pytest.mark.parametrize("layout", LAYOUT_IDS)
def test_every_layout_gives_forms_of_its_kind(layout):
    form = next(sample(1, seed=2, layout=layout))

    assert form.kind == load_layout(layout).kind
    assert form.indicators
    assert form.year in range(2021, 2026)


def spent_above(line):
    return amount(line.executed) > amount(line.adjusted_budget or line.initial_budget)


def test_rounding_never_makes_a_line_spend_more_than_its_budget():
    forms = sample(125, seed=5)

    assert not [line for form in forms for line in form.funds.lines if spent_above(line)]


def test_one_indicator_does_not_carry_a_third_of_all_points():
    weights = [parse_points(row.weight) for form in sample(400, seed=23) for row in form.indicators]

    assert max(weight or 0 for weight in weights) <= 30_00


def test_prices_are_paid_from_the_money():
    forms = tuple(sample(60, 4, "guyuan-2024", ("agriculture",)))
    # 亩均建设费用 and the area that is built are about the same 亩.
    paid = [
        (int(price.actual.removesuffix("元/亩")), int(area.actual.removesuffix("亩")), form)
        for form in forms
        for price in form.indicators
        for area in form.indicators
        if price.name == "亩均建设费用" and area.name == "建成高标准农田面积"
    ]

    assert paid
    assert all(
        price * area * 100 <= amount(form.funds.lines[0].executed) * 10_000
        for price, area, form in paid
    )
