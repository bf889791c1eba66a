"""One form that is already at hand: rules chosen, scored, audited."""

from msgspec import Struct

from jiheng.audit.engine import audit_form
from jiheng.model.audit import Audit
from jiheng.model.form import Form
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


def judge(form: Form, pack_id: str | None = None, language: str = "zh") -> Judged:
    """Return the audit of a form; without a pack's id the rules are chosen by the form.

    Raises:
        RulebookError: there is no such pack.
    """
    read = with_pack(form, pack_id, language)
    scored = score_form(read.form, read.pack, read.why, language)
    audit = audit_form(scored, (), language)
    return Judged(form=read.form, pack=read.pack, scored=scored, audit=audit)
