"""The score that the conclusion's sentence names."""

import re

from jiheng.model.form import Form
from jiheng.model.points import parse_points

# 自评分数97.5分, 自评得分为 97.5 分, 综合评分：97.5分, 总分 97.5
_SCORE = re.compile(
    r"(?:得分|评分|分数|总分|自评分)[数值]?[为是:：,，]?\s*(\d{1,3}(?:\.\d+)?)\s*(?:分|[,，。；;]|$)"
)
_OF_A_PART = re.compile(r"(?:指标|执行率?|产出|效益|满意度|成本|上年|去年)$")


def concluded_points(form: Form) -> int | None:
    """Return the one score named in the conclusion, in 1/100 point, or None.

    A conclusion that names several scores, or one of a part, says nothing certain about the total.
    """
    text = form.conclusion or ""
    found = tuple(_SCORE.finditer(text))
    if any(_OF_A_PART.search(text, 0, score.start()) for score in found):
        return None
    named = {parse_points(score.group(1)) for score in found}
    return named.pop() if len(named) == 1 else None
