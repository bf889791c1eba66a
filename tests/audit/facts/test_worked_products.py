import pytest

from jiheng.audit.facts.worked_products import worked_products


@pytest.mark.parametrize(
    "text",
    [
        "图书20000册*25元=500000元",
        "图书20,000册×25元=50万元",
        "120人×200元/月×12个月=28.8万元",
        "缴费1000万元×10%=100万元",
        "3.5万亩x1200元=4200万元",
    ],
)
def test_a_product_that_is_right_however_it_is_written(text: str):
    (found,) = worked_products(text)

    assert found.is_right


def test_a_product_that_is_wrong_comes_with_both_results():
    (found,) = worked_products("图书20000册*25元=60万元")

    assert (found.product, found.printed, found.is_right) == (500_000, 600_000, False)


@pytest.mark.parametrize(
    "text",
    [
        "装订1000元+20000册*25元=501000元",
        "20000册*25元",
        "比例1:2=3元",
        "7×24小时",
        "100*2=200元/人",
    ],
)
def test_other_arithmetic_is_left_alone(text: str):
    assert list(worked_products(text)) == []
