"""A form that goes over one that is there: what would change, and whether it may."""

from collections.abc import Iterator

from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.rulebook.phrases import phrase
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.imports.asking import LEAVE, OVER, WRITE, Choice, Difference, Question, said
from jiheng.web.imports.merging import Merge
from jiheng.web.imports.models import BatchForm
from jiheng.web.imports.states import FormState
from jiheng.writers.report.places import name_of
from jiheng.writers.report.voice import Voice

_SHOWN = 8


def ask_over(
    laid: Merge, record: FormRecord, row: BatchForm, writable: frozenset[str], language: str
) -> Question | None:
    """Return the question whether to write over a form, or None where that is plain."""
    number, leave = record.number, Choice(value=LEAVE, label=said("over.leave", language))
    count, held = str(len(laid.changes)), str(len(laid.held) + len(laid.strange))
    write = Choice(value=WRITE, label=said("over.write", language, count=count))
    both = (write, leave) if laid.changes else (leave,)
    if not writable:
        step = phrase(f"web.step.{record.step}")
        hint, choices = said("over.locked", language, number=number, step=step), (leave,)
    elif not laid.is_plain:
        hint, choices = said("over.held", language, number=number, count=held), both
    elif _came_with(record, row):
        hint, choices = said("over.twice", language, number=number), both
    else:
        return None
    told = tuple(_differences(laid, form_of(record), language))
    return Question(
        key=OVER,
        title=said("ask.over", language),
        hint=hint,
        choices=choices,
        differences=told[:_SHOWN],
        more=max(0, len(told) - _SHOWN),
    )


def _differences(laid: Merge, there: Form, language: str) -> Iterator[Difference]:
    voice = Voice(language=language)
    for cells, is_held in ((laid.held, True), (laid.changes, False)):
        for each in cells:
            yield Difference(
                name=name_of(there, each.path, voice),
                there=str(value_at(there, each.path) or "—"),
                in_file=each.new or "—",
                is_held=is_held,
            )
    for name in laid.strange:
        yield Difference(name=name, there="—", in_file=said("over.row", language), is_held=True)


def _came_with(record: FormRecord, row: BatchForm) -> bool:
    """Whether another file of the same import was stored there: which is right, no order says."""
    others = BatchForm.objects.filter(
        record=record, file__batch=row.file.batch_id, state=FormState.IMPORTED
    )
    return others.exclude(pk=row.pk).exists()
