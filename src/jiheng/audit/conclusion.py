"""The score that the conclusion's sentence names."""

import re

from jiheng.model.form import Form
from jiheng.model.points import parse_points

# 自评分数97.5分, 自评得分为 97.5 分, 综合评分：97.5分, 总分 97.5
_SCORE = re.compile(
    r"(?:得分|评分|分数|总分|自评分)[数值]?[为是:：,，]?\s*(\d{1,3}(?:\.\d+)?)\s*(?:分|[,，。；;]|$)"
)


def concluded_points(form: Form) -> int | None:
    """Return the one score named in the conclusion, in 1/100 point, or None.

    A conclusion that names several scores says nothing certain about the total.
    """
    named = set(_SCORE.findall(form.conclusion or ""))
    return parse_points(named.pop()) if len(named) == 1 else None
