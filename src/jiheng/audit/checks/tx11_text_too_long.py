"""TX11 text-too-long."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.weights import layout_of
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.scoring.scored import ScoredForm

_LIMIT = re.compile(r"(\d{2,4})字(?:以内|之内|内)")
_BLANKS = re.compile(r"\s+")


@check(
    code="TX11",
    name="text-too-long",
    severity="info",
    since="0.2.0",
    reads=("layout", "goal.actual", "conclusion", "texts"),
    sources=(
        Citation(
            title="四川省部门预算项目支出绩效自评表（2023年度）",
            places=("四川",),
            pinpoint="各栏提示的字数（100字以内、200字以内）",
            verified=False,
        ),
    ),
)
def text_too_long(scored: ScoredForm) -> Iterator[Outcome]:
    """A text is longer than the empty form allows.

    Blanks and line breaks are not counted; punctuation is.

    ## Why it matters
    The system cuts off what is too long, or refuses the form.

    ## What to do
    Shorten the text to the facts; what does not fit belongs into the report.
    """
    layout = layout_of(scored.form)
    if layout is None:
        return
    for path, field, text in _texts(scored.form):
        limit = _LIMIT.search(layout.hints.get(field, ""))
        if not text or limit is None:
            continue
        length, most = len(_BLANKS.sub("", text)), int(limit.group(1))
        if length <= most:
            yield passes(path)
        else:
            yield fails(
                path, printed=str(length), expected=str(most), difference=str(length - most)
            )


def _texts(form: Form) -> Iterator[tuple[str, str, str | None]]:
    """Yield each text with its path and the name that a layout gives to its field."""
    yield "goal.actual", "goal.actual", form.goal.actual
    yield "conclusion", "conclusion", form.conclusion
    for index, text in enumerate(form.texts):
        yield f"texts[{index}].text", f"texts.{text.label}", text.text
