"""``python -m benchmarks.platform_load.preparing CLERKS DEPARTMENTS UNITS``: the demonstration's city at work.

Each clerk has a form that is being filled in; the last two share one. Prints their desks as JSON.
"""

import os
import sys

import django
import msgspec

from benchmarks.platform_load.wire import Desk

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")
django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402
from django.core.management import call_command  # noqa: E402

from jiheng.web.chain.route import COMMON  # noqa: E402
from jiheng.web.chain.steps import Step  # noqa: E402
from jiheng.web.demo.cast import DemoUnit  # noqa: E402
from jiheng.web.demo.city import Extent, demo  # noqa: E402
from jiheng.web.demo.plan import NAME, city_plan  # noqa: E402
from jiheng.web.demo.projects import project_form  # noqa: E402
from jiheng.web.forms.models import FormRecord  # noqa: E402
from jiheng.web.forms.saving import Registration, register  # noqa: E402
from jiheng.web.people.models import Appointment, Organisation, Person  # noqa: E402
from jiheng.web.people.roles import Role  # noqa: E402

PASSWORD = "Yunling-2024-load"
YEAR = 2024
MISTAKES = 2


def main() -> None:
    """Build everything and print the desks."""
    clerks, departments, units_each = map(int, sys.argv[1:4])
    call_command("migrate", verbosity=0, interactive=False)
    demo(Extent(departments=departments, units=units_each))
    units = Organisation.objects.filter(kind="unit").order_by("id")
    desks = [_desk(number, units[number % len(units)]) for number in range(clerks)]
    # The last one sits down at the form of the one before: they write in the same cells.
    desks[-1] = _beside(desks[-1], desks[-2])
    Person.objects.update(password=make_password(PASSWORD))
    sys.stdout.write(msgspec.json.encode(desks).decode())


def _desk(number: int, unit: Organisation) -> Desk:
    clerk = Person(username=f"typist{number}", name=f"录入员{number}")
    clerk.save()
    Appointment.objects.create(person=clerk, role=Role.CLERK, organisation=unit)
    record = _record(number, unit, clerk)
    form = project_form(_unit(unit, clerk), f"专项任务{number}", YEAR, MISTAKES).filed
    rows = range(len(form.indicators))
    cells = tuple(f"indicators[{row}].{field}" for row in rows for field in ("actual", "reason"))
    return Desk(username=clerk.username, password=PASSWORD, number=record.number, cells=cells)


def _record(number: int, unit: Organisation, clerk: Person) -> FormRecord:
    form = project_form(_unit(unit, clerk), f"专项任务{number}", YEAR, MISTAKES).filed
    about = Registration(
        number=f"LOAD-{number:03d}",
        organisation=unit,
        filler=clerk,
        route=COMMON,
        step=Step.SELF_EVALUATION,
    )
    return register(form, about)


def _unit(unit: Organisation, clerk: Person) -> DemoUnit:
    bureau = unit.above.name.removeprefix(NAME) if unit.above else ""
    plan = next(each for each in city_plan().departments if each.bureau == bureau)
    people = dict.fromkeys(("clerk", "section", "head", "reviewer"), clerk)
    return DemoUnit(unit=unit, plan=plan, projects=(), **people)


def _beside(desk: Desk, other: Desk) -> Desk:
    Appointment.objects.get_or_create(
        person=Person.objects.get(username=desk.username),
        role=Role.CLERK,
        organisation=FormRecord.objects.get(number=other.number).organisation,
    )
    return msgspec.structs.replace(desk, number=other.number, cells=other.cells)


if __name__ == "__main__":
    main()
