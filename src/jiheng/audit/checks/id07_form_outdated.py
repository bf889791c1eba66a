"""ID07 form-outdated."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.weights import layout_of
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm


@check(
    code="ID07",
    name="form-outdated",
    severity="info",
    mend="template",
    since="0.1.0",
    reads=("layout", "year", "title", "pack"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="附件：项目支出绩效自评表",
            verified=False,
        ),
    ),
)
def form_outdated(scored: ScoredForm) -> Iterator[Outcome]:
    """The form is of an older print than its year's.

    ## Why it matters
    The older form has one budget column for three, and other columns than the summary expects.
    Where a place still prescribes it, its rule pack names the layout, and nothing is said.

    ## What to do
    Ask who hands out the template for the one in force.
    """
    form = scored.form
    layout = layout_of(form)
    if layout is None or form.year is None or layout.kind != "self-evaluation":
        return
    since = layout.replaced_from
    if since is None or form.year < since or layout.id in scored.pack.layouts:
        yield passes("title")
    else:
        yield fails(
            "title",
            printed=phrase(f"words.older-print.{layout.id}"),
            year=str(form.year),
            since=str(since),
        )
