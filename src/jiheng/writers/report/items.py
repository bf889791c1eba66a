"""Where each point comes from: one line a scored item, with its calculation and its rule."""

from jiheng.model.audit import Item
from jiheng.writers.report.agreement import agreement, agreement_line, span
from jiheng.writers.report.composition import ScoredRow, scored_rows
from jiheng.writers.report.markup import Html, el, join, safe
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

_COLUMNS = ("name", "target", "actual", "weight", "printed", "recomputed", "arithmetic", "law")


def item_table(view: FormView, voice: Voice) -> Html:
    """Return the table of all scored items, or nothing where nothing is scored."""
    rows = scored_rows(view.entry, voice)
    if not rows:
        return Html()
    head = el("tr", *(el("th", voice(f"item.{name}"), scope="col") for name in _COLUMNS))
    body = el("tbody", *(_row(view, row, voice) for row in rows))
    table = el("table", el("thead", head), body, class_="stack")
    return el(
        "details",
        el("summary", voice("item.heading", count=str(len(rows)))),
        el("div", table, class_="scroll"),
        class_="items",
        open="open",
    )


def _row(view: FormView, row: ScoredRow, voice: Voice) -> Html:
    item = row.item
    pack = view.entry.pack
    line = agreement_line(item.printed, item.recomputed, pack, voice)
    is_in_range = agreement(item.printed, item.recomputed, pack) == "range"
    return el(
        "tr",
        el("th", el("a", row.name, href=f"#{view.address_of(item.at)}"), scope="row"),
        _named("target", row.target or "—", voice),
        _named("actual", row.actual or "—", voice),
        _named("weight", row.weight or "—", voice, class_="num"),
        _named("printed", item.printed or "—", voice, class_="num"),
        _named(
            "recomputed",
            join(span(item.recomputed), None if is_in_range else line),
            voice,
            class_="num",
        ),
        _named("arithmetic", item.arithmetic, voice, class_="wide"),
        _named("law", _law(view, item, voice), voice),
        id=view.item_id(item.at),
    )


def _named(column: str, content: Html | str, voice: Voice, class_: str | None = None) -> Html:
    """Return a cell that carries its column's heading, for screens too narrow for columns."""
    return el("td", content, class_=class_, data_label=voice(f"item.{column}"))


def _law(view: FormView, item: Item, voice: Voice) -> Html:
    """The number of the cited place in the table of sources, and whether somebody read it."""
    law = item.law
    if law is None:
        return safe("—")
    number = str(view.law_numbers[law])
    unread = None if law.verified else el("span", voice("law.unverified"), class_="law unverified")
    link = el(
        "a",
        voice("item.law_number", number=number),
        href=f"#law-{number}",
        title=f"{law.title} {law.pinpoint}",
    )
    return join(link, " ", unread)
