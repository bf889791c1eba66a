"""One form that is already at hand: rules chosen, scored, audited."""

from msgspec import Struct
from msgspec.structs import replace

from jiheng.audit.engine import audit_form
from jiheng.model.audit import Audit
from jiheng.model.form import Form
from jiheng.model.papers import FormPapers
from jiheng.pipeline.proving.weighing import weighed
from jiheng.pipeline.reading import with_pack
from jiheng.rulebook.pack import Pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm


class Judged(Struct, frozen=True, kw_only=True):
    """A form, its rules, its scores, and what was found."""

    form: Form
    pack: Pack
    scored: ScoredForm
    audit: Audit


def judge(
    form: Form,
    pack_id: str | None = None,
    language: str = "zh",
    papers: FormPapers | None = None,
) -> Judged:
    """Return the audit of a form.

    Args:
        form: the form.
        pack_id: its rules; None chooses them by the form.
        language: of the messages.
        papers: what proves its points; None where nobody looks at that.

    Raises:
        RulebookError: there is no such pack.
    """
    read = with_pack(form, pack_id, language)
    scored = score_form(read.form, read.pack, read.why, language)
    if papers is None:
        audit = audit_form(scored, (), language)
        return Judged(form=read.form, pack=read.pack, scored=scored, audit=audit)
    proven = weighed(scored, papers.papers)
    # What nobody asks for is shown and no finding.
    audit = audit_form(proven if papers.are_asked else scored, (), language)
    shown = replace(audit, proofs=proven.proofs)
    return Judged(form=read.form, pack=read.pack, scored=proven, audit=shown)
