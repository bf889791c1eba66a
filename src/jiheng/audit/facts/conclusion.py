"""The score and the grade that the conclusion's sentence names, and where in it they stand."""

import re

from jiheng.audit.facts.weights import FULL_MARKS
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.rulebook.pack import Grade

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
    named = {parse_points(score.group(1)) for score in _named(form)}
    return named.pop() if len(named) == 1 else None


def concluding(form: Form, points: str) -> str:
    """Return the conclusion with another score wherever it names the form's own."""
    text = form.conclusion or ""
    for score in reversed(_named(form)):
        text = text[: score.start(1)] + points + text[score.end(1) :]
    return text


def concluded_grade(conclusion: str, grades: tuple[Grade, ...]) -> tuple[int, int] | None:
    """Return where the grade word at the end of the conclusion stands, or None.

    A word counts only after 等次, 等级, 结果 or 结论, since 优 and 良 are parts of other words.
    """
    words = sorted(
        (word for grade in grades for word in (grade.name, *grade.synonyms)), key=len, reverse=True
    )
    for mark in ("等次", "等级", "结果", "结论"):
        _, found, rest = conclusion.rpartition(mark)
        if found:
            tail = rest.lstrip('为是:： “"')
            start = len(conclusion) - len(tail)
            word = next((word for word in words if tail.startswith(word)), None)
            return None if word is None else (start, start + len(word))
    return None


def _named(form: Form) -> tuple[re.Match[str], ...]:
    """Return where the conclusion names the form's score; nowhere where it names a part's."""
    text = form.conclusion or ""
    found = tuple(_SCORE.finditer(text))
    if any(_OF_A_PART.search(text, 0, score.start()) for score in found):
        return ()
    got = (score for score in _GOT.finditer(text) if not _OF_A_PART.search(text, 0, score.start()))
    whole = {score.start(1): score for score in found if not _is_full_marks(score, form)}
    # one number may be found both ways
    both = {score.start(1): score for score in got} | whole
    return tuple(both[start] for start in sorted(both))


def _is_full_marks(score: re.Match[str], form: Form) -> bool:
    """Whether a 总分 is what the form is out of: points are taken from it, or won, right after."""
    full = {FULL_MARKS, parse_points(form.total.weight)}
    is_total = score.group().startswith("总分") and parse_points(score.group(1)) in full
    return is_total and _TAKEN.match(score.string, score.end()) is not None
