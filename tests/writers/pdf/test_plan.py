from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.writers.pdf.paper import around
from jiheng.writers.pdf.plan import Plan, plan
from tests.writers.forms import ROADS, WATER
from tests.writers.pdf.forms import laid, with_indicators

METHOD = "按完成比例计分,超过部分不加分,没有资料的不计分。" * 4


def planned(form: Form) -> Plan:
    table = laid(form)
    return plan(table, around(table))


def shares(widths: tuple[float, ...]) -> list[int]:
    return [round(1000 * width / sum(widths)) for width in widths]


def test_the_columns_have_their_printed_widths():
    assert shares(planned(WATER).widths) == shares(laid(WATER).widths)


def test_columns_with_room_give_it_to_long_texts_when_the_type_would_be_small():
    long = tuple(
        replace(item, method=f"{METHOD}第{number}项。")
        for number, item in enumerate(ROADS.indicators)
    )
    form = replace(ROADS, indicators=long)
    method = 6

    given = shares(planned(form).widths)
    printed = shares(laid(form).widths)
    assert given[method] > printed[method]


def test_room_that_is_left_on_the_page_goes_to_the_rows():
    short, longer = planned(WATER).fit, planned(with_indicators(12)).fit

    assert short.size == longer.size
    assert min(short.rows) > min(longer.rows)


def test_the_type_is_smaller_the_longer_the_form():
    sizes = [planned(with_indicators(count)).fit.size for count in (4, 20, 28)]

    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_a_form_over_many_pages_repeats_the_rows_of_its_headings():
    table = laid(with_indicators(90))

    assert planned(with_indicators(90)).heads == ((min(table.headings), max(table.headings) + 1),)
