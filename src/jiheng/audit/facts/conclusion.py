"""The score that the conclusion's sentence names."""

import re

from jiheng.audit.facts.weights import FULL_MARKS
from jiheng.model.form import Form
from jiheng.model.points import parse_points

# 得98分, 共得 98 分; 应得100分 and 每项得5分 speak of what can be had
_GOT = re.compile(r"(?<![应可每不])得\s*(\d{1,3}(?:\.\d+)?)\s*分(?![以及至者为])")
# 自评分数97.5分, 自评得分为 97.5 分, 综合评分：97.5分, 总分 97.5, 自评97.5分
_SCORE = re.compile(
    r"(?:得分|评分|分数|总分|自评分|自评)[数值]?[为是:：,，]?\s*(\d{1,3}(?:\.\d+)?)\s*(?:分|[,，。；;]|$)"
)
_OF_A_PART = re.compile(
    r"(?:指标|执行|率|产出|效益|满意度|成本|数量|质量|时效|上年度?|上一年度?|去年)(?:[(（][^()（）]*[)）])?[共可应]?$"
)
# 总分100分，扣2分 and 总分100分，实得98分
_TAKEN = re.compile(r"[^。；;]{0,8}?[扣得]")


def concluded_points(form: Form) -> int | None:
    """Return the one score named in the conclusion, in 1/100 point, or None.

    A conclusion that names several scores, or one of a part, says nothing certain about the total.
    """
    text = form.conclusion or ""
    found = tuple(_SCORE.finditer(text))
    if any(_OF_A_PART.search(text, 0, score.start()) for score in found):
        return None
    got = (score for score in _GOT.finditer(text) if not _OF_A_PART.search(text, 0, score.start()))
    scores = (score for score in found if not _is_full_marks(score, form))
    named = {parse_points(score.group(1)) for score in (*got, *scores)}
    return named.pop() if len(named) == 1 else None


def _is_full_marks(score: re.Match[str], form: Form) -> bool:
    """Whether a 总分 is what the form is out of: points are taken from it, or won, right after."""
    full = {FULL_MARKS, parse_points(form.total.weight)}
    is_total = score.group().startswith("总分") and parse_points(score.group(1)) in full
    return is_total and _TAKEN.match(score.string, score.end()) is not None
