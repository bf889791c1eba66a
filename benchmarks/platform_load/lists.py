"""``python -m benchmarks.platform_load.lists``: every list at 600 and at 20,000 forms.

Writes its section of docs/benchmarks.md.
"""

import argparse
import os
import sys
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from time import process_time

import django

from benchmarks.sections import with_section

_ROUNDS = 9
_REACH = 150
_TITLE = "Lists of the platform"
_PAGES = (
    ("clerk11", "/tasks/"),
    ("clerk11", "/forms/"),
    ("reviewer1", "/review/"),
    ("reviewer1", "/reminders/"),
    ("performance-office", "/forms/"),
    ("performance-office", "/review/"),
    ("performance-office", "/reminders/"),
    ("performance-office", "/search/?q=改造"),
    ("auditor", "/forms/?page=7"),
    ("audit-admin", "/journal/"),
)


def measured(username: str, address: str) -> float:
    """Return the CPU milliseconds that a page takes, the least of several visits.

    Raises:
        RuntimeError: the page cannot be had.
    """
    from django.test import Client  # noqa: PLC0415

    from jiheng.web.people.models import Person  # noqa: PLC0415

    client = Client()
    person = Person.objects.get(username=username)
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    times: list[float] = []
    for _ in range(_ROUNDS):
        started = process_time()
        answer = client.get(address, headers={"host": "127.0.0.1"})
        times.append((process_time() - started) * 1000)
        if answer.status_code != 200:  # noqa: PLR2004
            raise RuntimeError(f"{username} {address}: {answer.status_code}")
    return min(times)


def section(small: list[float], large: list[float], forms: tuple[int, int]) -> str:
    """Return the table of two sizes."""
    rows = "\n".join(
        f"| {who} | `{address}` | {few:.0f} ms | {many:.0f} ms |"
        for (who, address), few, many in zip(_PAGES, small, large, strict=True)
    )
    return f"""`python -m benchmarks.platform_load.lists` writes this section: CPU time of a page (least of {_ROUNDS}) on SQLite, for the
demonstration's city and for the same with its forms copied. To reach: {_REACH} ms at 600 forms.

| who | page | {forms[0]:,} forms | {forms[1]:,} forms |
|---|---|---|---|
{rows}

Measured {datetime.now(UTC):%Y-%m-%d}."""


def main() -> None:
    """Build the city, measure, add forms, measure again, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.platform_load.lists")
    parser.add_argument("--forms", type=int, default=20_000)
    parser.add_argument("--keep", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="jiheng-lists-") as folder:
        os.environ.update(JIHENG_DATA=folder, JIHENG_SECRET_KEY="k" * 50)
        os.environ["DJANGO_SETTINGS_MODULE"] = "jiheng.web.settings"
        django.setup()
        text = _compared(given.forms)
    print(text)
    if not given.keep:
        with_section(_TITLE, text)


def _compared(most: int) -> str:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415

    from benchmarks.platform_load.crowd import crowd  # noqa: PLC0415
    from jiheng.web.demo.city import demo  # noqa: PLC0415
    from jiheng.web.forms.models import FormRecord  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    demo()
    models = list(FormRecord.objects.select_related("filler"))
    small = [measured(*each) for each in _PAGES]
    with transaction.atomic():
        crowd(models, most - len(models))
    large = [measured(*each) for each in _PAGES]
    return section(small, large, (len(models), FormRecord.objects.count()))


if __name__ == "__main__":
    sys.exit(main())
