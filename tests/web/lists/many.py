"""Hundreds of forms in the database, as quickly as it can take them."""

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.models import Figures
from tests.web.city import City, record_at


def many(city: City, step: Step, count: int) -> None:
    """Put copies of one form at a step."""
    first = record_at(city, step)
    figures = Figures.objects.get(record=first)
    first.pk = None
    copies = [_copy(first, number) for number in range(2, count + 1)]
    made = FormRecord.objects.bulk_create(copies)
    Figures.objects.bulk_create(_beside(figures, record) for record in made)


def _copy(record: FormRecord, number: int) -> FormRecord:
    values = {each.attname: getattr(record, each.attname) for each in FormRecord._meta.fields}
    return FormRecord(**{**values, "id": None, "number": f"YL-2024-{number:04d}"})


def _beside(figures: Figures, record: FormRecord) -> Figures:
    values = {each.attname: getattr(figures, each.attname) for each in Figures._meta.fields}
    return Figures(**{**values, "record_id": record.pk})
