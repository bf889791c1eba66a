from jiheng.corpus.auditing.questions.costs import unit_cost_apart
from jiheng.rulebook.corpus_limits import corpus_limits
from tests.corpus.auditing.forms import asked, form, registered, row


def priced(number: int, actual: str, unit: str | None = None):
    price = row("电子印章单价", "≤300元/枚", actual, "成本指标")
    return form(number, price, unit=unit or f"第{number}局")


def usual():
    """Seven units that pay from 250 to 256 yuan."""
    return [priced(number, f"{250 + number}元/枚") for number in range(7)]


def questions(folder, *forms):
    return asked(unit_cost_apart(folder, registered(folder, *forms), corpus_limits()))


def test_a_price_of_twice_the_median_and_more_is_asked_about(tmp_path):
    ((kind, told, places),) = questions(tmp_path, *usual(), priced(7, "760元/枚"))

    # Of 250 … 256 and 760 the median is 253.5.
    assert (kind, told["name"], told["per"]) == ("unit-cost-apart", "电子印章单价", "枚")
    assert (told["times"], told["count"]) == ("3", "8")
    assert places == [(7, "indicators[0].actual")]


def test_a_price_of_half_the_median_is_asked_about_too(tmp_path):
    ((_, told, _),) = questions(tmp_path, *usual(), priced(7, "50元/枚"))

    assert told["times"] == "0.2"


def test_a_price_a_little_higher_is_not(tmp_path):
    assert questions(tmp_path, *usual(), priced(7, "400元/枚")) == []


def test_seven_units_are_too_few_to_compare(tmp_path):
    assert questions(tmp_path, *usual()[:6], priced(7, "760元/枚")) == []


def test_many_forms_of_one_unit_are_one_peer(tmp_path):
    assert (
        questions(
            tmp_path, *usual()[:6], priced(7, "760元/枚", "第0局"), priced(8, "255元/枚", "第1局")
        )
        == []
    )


def test_money_over_the_one_thing_counted_is_a_cost(tmp_path):
    # 100万元 for 1,000 persons is 1,000 yuan each, for 100 ten thousand.
    people = [1_000, 1_010, 990, 1_000, 1_020, 980, 1_000, 100]
    forms = [
        form(at, row("培训人数", f"≥{count}人", f"{count}人"), unit=f"第{at}局")
        for at, count in enumerate(people)
    ]

    ((_, told, places),) = questions(tmp_path, *forms)

    assert (told["times"], places) == ("10", [(7, "indicators[0].actual")])
