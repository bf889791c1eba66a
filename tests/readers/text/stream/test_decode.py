"""Cells cut into rows and given to columns at the lowest cost."""

from jiheng.readers.text.stream.decode import Prices, decode


def prices(take: list[list[float]], **others: object) -> Prices:
    usual = {"stay": [[9.0, 9.0]] * len(take), "skip": [5.0, 0.5], "after": {}}
    return Prices(take=take, **{**usual, **others})


def test_each_cell_goes_to_the_column_where_it_is_cheap():
    found = decode(prices([[0, 9], [9, 0], [0, 9], [9, 0]]))

    assert [(place.column, place.begins_row) for place in found] == [
        (0, True),
        (1, False),
        (0, True),
        (1, False),
    ]


def test_a_column_that_may_be_empty_is_passed_over():
    found = decode(prices([[0, 9], [0, 9], [9, 0]]))

    assert [place.begins_row for place in found] == [True, True, False]


def test_a_cell_that_no_column_wants_stays_with_the_one_before_it():
    found = decode(prices([[0, 9], [9, 9], [9, 0]], stay=[[9, 9], [1, 1], [9, 9]]))

    assert [(place.column, place.stays) for place in found] == [(0, False), (0, True), (1, False)]


def test_columns_that_are_nearly_as_cheap_are_named():
    found = decode(prices([[0, 9, 9], [9, 0, 0.2]], stay=[[9] * 3] * 2, skip=[5.0, 0.1, 0.1]))

    assert (found[1].column, found[1].rivals) == (1, (2,))


def test_what_two_cells_side_by_side_cost_more_is_paid():
    take = [[0, 9, 9], [9, 0, 9], [9, 9, 0]]
    usual = {"stay": [[9.0] * 3, [9.0] * 3, [0.3] * 3], "skip": [5.0, 0.1, 0.1]}

    assert decode(prices(take, **usual))[2].column == 2
    assert decode(prices(take, **usual, after={(1, 2): [0.0, 0.0, 4.0]}))[2].stays


def test_no_cells_make_no_rows():
    assert decode(prices([])) == []
