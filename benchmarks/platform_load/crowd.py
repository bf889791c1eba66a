"""Forms by the thousand, as cheap as copies: each with its last version, figures and event."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import Model

from jiheng.web.chain.models import Event
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.journal.writing import note
from jiheng.web.lists.models import Figures

Row = TypeVar("Row", bound=Model)

_BATCH = 500


def crowd(models: Sequence[FormRecord], count: int) -> None:
    """Add so many forms to the database, copies of the models in turn, and a line of the journal each."""
    first = FormRecord.objects.count()
    turns = [models[number % len(models)] for number in range(count)]
    records = FormRecord.objects.bulk_create(
        (
            _copy(model, number=f"N-{first + number:06d}", id=None)
            for number, model in enumerate(turns)
        ),
        batch_size=_BATCH,
    )
    keys = [(model.pk, record.pk) for model, record in zip(turns, records, strict=True)]
    _follow(FormVersion, keys)
    _follow(Event, keys)
    figures = {each.record_id: each for each in Figures.objects.all()}
    Figures.objects.bulk_create(
        (_copy(figures[model], record_id=record) for model, record in keys), batch_size=_BATCH
    )
    for record in records:
        note("register", record.number, record.filler)


def _follow(kind: type[Row], keys: Iterable[tuple[int, int]]) -> None:
    """Copy the last row of each model to its copy; a model may have none."""
    last = {each.record_id: each for each in kind.objects.order_by("id")}
    kind.objects.bulk_create(
        (_copy(last[model], id=None, record_id=record) for model, record in keys if model in last),
        batch_size=_BATCH,
    )


def _copy(row: Row, **others: object) -> Row:
    told = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{**told, **others})
