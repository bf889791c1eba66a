"""A small corpus of invented forms, whole on the disk, and what its audit leaves."""

from jiheng.corpus.auditing.running import audit_corpus
from jiheng.corpus.store.opening import open_corpus
from tests.corpus.auditing.forms import form, row
from tests.corpus.store.shelf import shelve

GOAL = "为零工市场添置遮雨棚和饮水点，雇主与零工当场签简易合同，工伤保险按日缴纳。"
CLOUD = {"unit": "云溪县就业局", "department": "云溪县人社局"}
PLAIN = {"unit": "平川县就业局", "department": "平川县人社局"}

FORMS = (
    # Spent 80 of 200; its goal is told again by another unit.
    form(
        0,
        row("培训人数", "≥100人", "110人"),
        row("学员满意度", "≥90%", "95%", "满意度指标"),
        **{**CLOUD, "total": "95", "budget": "200", "spent": "80", "goal": GOAL},
    ),
    # Lost two points without a reason; one point below the next grade but for half a point.
    form(
        1,
        row("培训人数", "≥100人", "98人", score="8"),
        row("印章单价", "≤300元/枚", "250元/枚", "成本指标"),
        row("学员满意度", "≥90%", "95%", "满意度指标"),
        **{**PLAIN, "total": "90.5", "goal": GOAL},
    ),
    # Reached a half of its only target, with full marks; the seals cost three times as much.
    form(
        2,
        row("回访人数", "≥100人", "50人", weight="80", score="80"),
        row("印章单价", "≤900元/枚", "750元/枚", "成本指标", weight="20", score="20"),
        **{**PLAIN, "total": "100"},
    ),
    form(3, row("培训人数", "≥100人", "104人"), **{**PLAIN, "total": "89.2"}),
)


def small(folder):
    """Return the corpus and the folder of its audit."""
    shelve(folder / "corpus", *FORMS, pack="cn-2020-10", region="990100")
    corpus = open_corpus(folder / "corpus")
    audited = audit_corpus(corpus, folder / "found")
    return corpus, folder / "found", audited
