"""The evidence of a form as a part of its page: ``{% evidence_of editor %}``."""

from collections.abc import Mapping

from django import template
from msgspec import Struct

from jiheng.web.chain.steps import Action
from jiheng.web.evidence.rows import name_of_row, proofs_of
from jiheng.web.forms.editor import Editor
from jiheng.web.forms.remembering import read_papers

register = template.Library()


class RowChoice(Struct, frozen=True, kw_only=True):
    """A row to which a paper can be attached."""

    path: str
    name: str


@register.inclusion_tag("evidence/of_form.html", takes_context=True)
def evidence_of(context: Mapping[str, object], editor: Editor) -> dict[str, object]:
    """Return what the part is drawn from; of a form without results it is empty."""
    page, record = editor.drawn, editor.record
    if page.judged is None:
        return {"is_shown": False}
    papers, language = read_papers(record.papers), page.voice.language
    form = page.judged.form
    return {
        "language": language,
        "csrf_token": context.get("csrf_token"),
        "is_shown": True,
        "record": record,
        "count": len(papers.papers) if papers else 0,
        "may_attach": Action.FILL in editor.allowed,
        "rows": tuple(
            RowChoice(path=each.at, name=name_of_row(form, each.at, language))
            for each in proofs_of(page.judged).rows
        ),
    }
