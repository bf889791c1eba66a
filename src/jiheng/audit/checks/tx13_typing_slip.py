"""TX13 typing-slip."""

import re
from collections.abc import Iterator
from functools import cache

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails
from jiheng.audit.facts.goals import goals_of
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.rulebook.lexicons import typos
from jiheng.scoring.scored import ScoredForm


@check(
    code="TX13",
    name="typing-slip",
    severity="info",
    since="0.1.0",
    reads=(
        "goal.expected",
        "goal.actual",
        "goals",
        "indicators.name",
        "indicators.target",
        "indicators.actual",
        "indicators.reason",
        "conclusion",
        "texts",
    ),
    sources=(Citation(title="《现代汉语词典》", pinpoint="词形", verified=False),),
)
def typing_slip(scored: ScoredForm) -> Iterator[Outcome]:
    """A word is typed with a character of the same sound.

    Only strings that stand in no correct sentence are listed.

    ## Why it matters
    The form is published as it stands.

    ## What to do
    Correct the word.
    """
    for path, text in _texts(scored.form):
        slips = {
            found.group() for found in _slip().finditer(text) if not _is_own(text, found.start())
        }
        for wrong in sorted(slips):
            yield fails(path, printed=wrong, expected=typos().typos[wrong])


@cache
def _slip() -> re.Pattern[str]:
    """Return a pattern of all slips; of two that begin alike, the longer one is found."""
    return re.compile("|".join(sorted(map(re.escape, typos().typos), reverse=True)))


def _is_own(text: str, at: int) -> bool:
    """Whether a 己 there is right, as in 自己完成."""
    return text[at] == "己" and at > 0 and text[at - 1] in typos().own


def _texts(form: Form) -> Iterator[tuple[str, str]]:
    for place in goals_of(form):
        yield place.expected_at, place.goal.expected or ""
        yield place.actual_at, place.goal.actual or ""
    for index, row in enumerate(form.indicators):
        yield indicator_cell(index, "name"), row.name
        for field in ("target", "actual", "reason"):
            yield indicator_cell(index, field), getattr(row, field) or ""
    yield "conclusion", form.conclusion or ""
    for index, text in enumerate(form.texts):
        yield f"texts[{index}].text", text.text or ""
