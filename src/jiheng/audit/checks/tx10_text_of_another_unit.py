"""TX10 text-of-another-unit."""

import re
from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.own_names import foreign_self, like_unit_elsewhere, own_names
from jiheng.audit.facts.topics import share_a_topic
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_PROJECT = re.compile(r"“([^“”]{3,30})”(?:项目|专项)?(?:资金|经费)?(?:支出)?(?:绩效)?自评")


@check(
    code="TX10",
    name="text-of-another-unit",
    severity="warning",
    since="0.2.0",
    reads=(
        "reporting_unit",
        "project.name",
        "project.department",
        "project.implementing_unit",
        "goal.expected",
        "goal.actual",
        "goals",
        "indicators.reason",
        "conclusion",
        "texts",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评结果客观、数据真实", verified=False),
    ),
)
def text_of_another_unit(scored: ScoredForm) -> Iterator[Outcome]:
    """A text names another unit or another project as the one that it is about.

    A unit that is named beside the own one works with it; a district of the own city is no other
    unit of the same rank.

    ## Why it matters
    A paragraph that was copied from elsewhere brings the results of elsewhere with it.

    ## What to do
    Write the text for this project; look whether its numbers are of this unit too.
    """
    form = scored.form
    names = own_names(form)
    if not names:
        return
    texts = tuple((path, text) for path, text in _texts(form) if text)
    copied = tuple((path, *found) for path, text in texts if (found := _foreign(text, names)))
    for path, message, printed in (*copied, *_of_another_project(form)):
        yield fails(path, message=message, printed=printed, own=series(names))
    if texts and not copied:
        yield passes(*(path for path, _ in texts))


def _foreign(text: str, names: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the sentence that fits, and the name that is not of this form's units."""
    unit = like_unit_elsewhere(text, names)
    if unit is not None and not any(name in text for name in (*names, "我", "本单位")):
        return "fails", unit
    word = foreign_self(text, names)
    return None if word is None else ("fails-self", word)


def _of_another_project(form: Form) -> Iterator[tuple[str, str, str]]:
    found = _PROJECT.search(form.conclusion or "")
    name = form.project.name
    if found and name and not share_a_topic(found.group(1), name):
        yield "conclusion", "fails-project", found.group(1)


def _texts(form: Form) -> Iterator[tuple[str, str | None]]:
    for place in goals_of(form):
        yield place.expected_at, place.goal.expected
        yield place.actual_at, place.goal.actual
    for index, row in enumerate(form.indicators):
        yield indicator_cell(index, "reason"), row.reason
    yield "conclusion", form.conclusion
    for index, text in enumerate(form.texts):
        yield f"texts[{index}].text", text.text
