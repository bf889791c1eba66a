"""What people of the city ask for."""

from jiheng.web.chain.order import Order
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange
from jiheng.web.people.models import Person


def order(person: Person, record: FormRecord, **said: object) -> Order:
    """Return a person's wish about a form as it is now."""
    now = FormRecord.objects.get(pk=record.pk)
    return Order(person=person, record=record.pk, version=now.version, **said)


def cell(path: str, new: str | None) -> tuple[CellChange, ...]:
    """Return the wish to have one cell say something else."""
    return (CellChange(path=path, new=new),)
