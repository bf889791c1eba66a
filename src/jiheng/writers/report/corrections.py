"""What could be corrected in a form: the old words of each cell beside the new ones."""

from jiheng.model.repair import Suggestion
from jiheng.rulebook.messages import say
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

_COLUMNS = ("cell", "from", "to", "why")


def correction_table(view: FormView, voice: Voice) -> Html:
    """Return the table of suggested corrections, or nothing where there are none."""
    suggestions = view.entry.suggestions
    if not suggestions:
        return Html()
    heads = (say(f"repair.column.{name}", voice.language) for name in _COLUMNS)
    head = el("tr", *(el("th", word, scope="col") for word in heads))
    rows = (_row(view, each) for each in suggestions)
    heading = say("repair.section", voice.language, count=str(len(suggestions)))
    return el(
        "details",
        el("summary", heading),
        el("div", el("table", el("thead", head), el("tbody", *rows)), class_="scroll"),
        class_="items",
        open="open",
    )


def _row(view: FormView, each: Suggestion) -> Html:
    return el(
        "tr",
        el("th", el("a", each.name, href=f"#{view.address_of(each.edit.path)}"), scope="row"),
        el("td", el("del", each.edit.old)),
        el("td", el("ins", each.edit.new)),
        el("td", each.why),
    )
