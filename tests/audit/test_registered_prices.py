"""A price that a document of the place sets is cited from it."""

from jiheng.audit.engine import audit_form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

ROWS = """
    产出指标(50分) | 数量指标 | 特殊群体参保人数 | ≥1000人 | 1500人 | 25 | 25
    | 数量指标 | 市级补贴标准 | ={price}元/人 | ={price}元/人 | 25 | 25
"""


def cited(price: str, pack: str = "liupanshui-2023") -> str:
    """Return what the finding of XI03 rests on."""
    form = build(
        {
            "project": {
                "name": "特殊群体城乡居民养老保险费",
                "department": "云溪县人力资源局",
                "implementing_unit": "云溪县养老站",
            },
            "money": "年度资金总额 | 1000 | 1000 | 1000 | 10 | 100% | 10",
            "unit": "元",
            "indicators": ROWS.format(price=price),
        }
    )
    (finding,) = [
        each
        for each in audit_form(score_form(form, load_pack(pack))).findings
        if each.code == "XI03"
    ]
    assert finding.law is not None
    return finding.law.pinpoint


def test_the_registered_price_is_cited_with_its_document():
    assert cited("4") == "特殊群体城乡居民养老保险费，市级补贴标准：4元/人"


def test_another_price_rests_on_the_general_rule():
    assert cited("5") == "绩效自评数据真实、准确"


def test_a_price_of_one_place_is_not_cited_in_another():
    assert cited("4", "cn-2020-10") == "绩效自评数据真实、准确"
