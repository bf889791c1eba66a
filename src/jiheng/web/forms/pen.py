"""The open cells of a sheet as places to write, the others as print."""

from collections.abc import Mapping

from msgspec import Struct, field

from jiheng.model.form import Form
from jiheng.model.paths import with_value
from jiheng.rulebook.messages import say
from jiheng.web.forms.computed import Computed
from jiheng.web.forms.drawn import layout_of
from jiheng.web.forms.saving import text_at
from jiheng.writers.layout import lay_out
from jiheng.writers.report.ink import Ink
from jiheng.writers.report.markup import Html, el, join, lines
from jiheng.writers.report.places import name_of
from jiheng.writers.report.voice import Voice

_MARK = "\ue000"
"""A sign of private use, that no form holds: where it is printed, a field's own text begins."""
_BLANK = " -—–"
"""What forms print where nothing is."""
_PROSE = ("goal", "conclusion", "texts")
_PROSE_FIELDS = (".reason", ".method", ".review_reason")


class Around(Struct, frozen=True, kw_only=True):
    """What a form prints before and after a field's own text."""

    before: str = ""
    after: str = ""


class Writing(Struct, frozen=True, kw_only=True):
    """What a person may write on a sheet.

    Attributes:
        open_now: the cells to write in.
        typed: cell → what they typed that is not saved.
    """

    open_now: frozenset[str] = frozenset()
    typed: Mapping[str, str] = field(default_factory=dict[str, str])


READING = Writing()
"""Somebody who only looks."""


class Pen(Struct, frozen=True, kw_only=True):
    """Draws the fields of one form.

    Attributes:
        computed: the cells that are worked out, by their paths.
    """

    form: Form
    voice: Voice
    writing: Writing
    computed: Mapping[str, Computed]

    def __call__(self, path: str, printed: str) -> Ink:
        """Return a field's cell: a place to write, a sum, or print."""
        if path not in self.writing.open_now:
            kind = "locked" if self.writing.open_now else None
            return Ink(contents=lines(printed), path=path, kind=kind)
        computed = self.computed.get(path)
        if computed is not None:
            return Ink(contents=self._sum(computed, printed), path=path, kind="computed")
        around = around_of(self.form, path, printed)
        if around is None:
            return Ink(contents=lines(printed), path=path, kind="locked")
        return Ink(contents=self._place(path, printed, around), path=path, kind="open")

    def _place(self, path: str, printed: str, around: Around) -> Html:
        text = self.writing.typed.get(path, text_at(self.form, path) or "")
        hint = None if text or around.before.strip() or around.after.strip() else printed
        area = el(
            "textarea",
            # The first line break in a text area is none.
            f"\n{text}" if text.startswith("\n") else text,
            name=path,
            rows="1",
            placeholder=hint or None,
            aria_label=name_of(self.form, path, self.voice),
            autocomplete="off",
            spellcheck="false",
            data_prose="" if is_prose(path) else None,
        )
        is_within = around.before.strip() or around.after.strip()
        place = el("span", area, class_="grow within" if is_within else "grow", data_text=text)
        printed_with = join(lines(around.before), place, lines(around.after))
        return el("span", printed_with, class_="around") if is_within else printed_with

    def _sum(self, computed: Computed, printed: str) -> Html:
        if computed.is_right:
            return lines(printed)
        label = say("editor.work-out", self.voice.language, text=computed.text)
        button = el("button", label, class_="work-out", data_path=computed.path)
        return join(lines(printed), button)


def around_of(form: Form, path: str, printed: str) -> Around | None:
    """Return what is printed around a field; None where its cell does not print the field itself.

    A cell may show a part of its field (one line of a text that holds a column), and a date in the
    manner of its form: then the form is laid out with a mark in the field, to see where it lands.
    """
    text = text_at(form, path) or ""
    if not text and not printed.strip(_BLANK):
        return Around()
    if text and text in printed:
        before, _, after = printed.rpartition(text)
        return Around(before=before, after=after)
    layout = layout_of(form)
    laid = lay_out(with_value(form, path, _MARK), layout)
    told = (*laid.before, *laid.grid.cells, *laid.after)
    halves = (each.text.split(_MARK) for each in told if each.text.count(_MARK) == 1)
    return next(
        (
            Around(before=before, after=after)
            for before, after in halves
            # A field may stand in two places, of which this is one.
            if printed.startswith(before.rstrip()) and printed.endswith(after)
        ),
        None,
    )


def is_prose(path: str) -> bool:
    """Whether a field holds sentences, in which lines are broken."""
    return path.startswith(_PROSE) or path.endswith(_PROSE_FIELDS)
