"""ID09 signs-misread."""

import re
from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.scoring.scored import ScoredForm

_FIELDS = ("target", "adjusted_target", "actual", "weight", "score")
# 1OO人, l00%, 2l5: letters for digits. O2O and 500l are words and units.
_LETTERS = re.compile(
    r"(?<![A-Za-z\d.])(?=[\dOoIl]*\d)(?=[\dOoIl]*[OoIl])[\dIl][\dOoIl]*[\dOo](?![A-Za-z\d])"
)
_DIGITS = str.maketrans("OoIl", "0011")


@check(
    code="ID09",
    name="signs-misread",
    severity="info",
    since="0.1.0",
    reads=(
        "doubts",
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "indicators.weight",
        "indicators.score",
    ),
    sources=(
        Citation(
            title="湖南衡山县2020年度专项资金绩效目标自评表",
            places=("衡山",),
            pinpoint="≥90%印作290%",
            verified=False,
        ),
    ),
)
def signs_misread(scored: ScoredForm) -> Iterator[Outcome]:
    """A value looks like what character recognition makes of another one: W3% of ≤3%, 1OO of 100.

    ## Why it matters
    An operator is read as it was most likely meant, a letter in a number is left alone; both must
    be held against the paper before anyone is asked about the value.

    ## What to do
    Compare with the paper or the scan, and correct the text.
    """
    meant = dict((*_by_the_reader(scored.form), *_by_letters(scored.form)))
    if meant:
        printed, expected = next(iter(meant.values()))
        yield fails(
            *meant,
            printed=printed,
            expected=expected,
            count=str(len(meant)),
            names=quoted_names(tuple(text for text, _ in meant.values())),
        )
    elif scored.form.indicators:
        yield passes(*(indicator_cell(at, "target") for at in range(len(scored.form.indicators))))


def _by_the_reader(form: Form) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the values that the reader took for others than are printed, with what it took."""
    for doubt in form.doubts:
        if doubt.reason == "ocr" and doubt.candidates and doubt.candidates[0] != doubt.text:
            yield doubt.at, (doubt.text, doubt.candidates[0])


def _by_letters(form: Form) -> Iterator[tuple[str, tuple[str, str]]]:
    for at, row in enumerate(form.indicators):
        for field in _FIELDS:
            text: str = getattr(row, field) or ""
            if found := _LETTERS.search(text):
                meant = text.replace(found[0], found[0].translate(_DIGITS))
                yield indicator_cell(at, field), (text, meant)
