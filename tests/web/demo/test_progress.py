"""How far projects are by a month."""

from jiheng.model.form import Form, Indicator, Source
from jiheng.web.demo.progress import achieved_by, countable

FORM = Form(
    id="000000000000-1",
    source=Source(path="", format="", part="", index=1, sha256=""),
    indicators=(
        Indicator(name="主体工程完工时间", target="10月底前", actual="10月12日"),
        Indicator(name="培训人数", target="≥1200人", actual="1260人"),
        Indicator(name="合格率", target="≥95%", actual="97%"),
    ),
)


def test_what_is_counted_is_neither_a_share_nor_a_day():
    assert countable(FORM) == ("indicators[1]", "≥1200人")


def test_a_report_speaks_of_every_row_and_counts_what_can_be_counted():
    told = achieved_by(FORM, 7, "YL-2024-0001")

    assert [each.path for each in told] == ["indicators[0]", "indicators[1]", "indicators[2]"]
    assert told[1].done.endswith("人")
    assert told[1].forecast == "1260人"
    assert told[2].forecast == "能够完成"
