"""``python -m benchmarks.platform_load.verifying < kept.json``: is what was acknowledged there?"""

import os
import sys

import django
import msgspec

from benchmarks.platform_load.wire import Kept, Loss, Verdict

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")
django.setup()

from jiheng.model.paths import value_at  # noqa: E402
from jiheng.web.forms.models import FormRecord, FormVersion  # noqa: E402
from jiheng.web.forms.saving import form_of  # noqa: E402
from jiheng.web.journal.writing import first_break  # noqa: E402


def main() -> None:
    """Compare every cell and print the verdict."""
    cells = msgspec.json.decode(sys.stdin.buffer.read(), type=tuple[Kept, ...])
    numbers = {each.number for each in cells}
    records = FormRecord.objects.filter(number__in=numbers)
    forms = {record.number: form_of(record) for record in records}
    found = [(each, value_at(forms[each.number], each.path)) for each in cells]
    losses = tuple(
        Loss(kept=each, found=None if value is None else str(value))
        for each, value in found
        if (value or "") not in each.texts
    )
    halves = tuple(each.number for each in FormRecord.objects.all() if not _is_whole(each))
    verdict = Verdict(
        cells=len(cells), losses=losses, halves=halves, is_chain_whole=first_break() is None
    )
    sys.stdout.write(msgspec.json.encode(verdict).decode())


def _is_whole(record: FormRecord) -> bool:
    last = FormVersion.objects.filter(record=record).order_by("-number").first()
    return last is not None and (last.number, last.document) == (record.version, record.document)


if __name__ == "__main__":
    main()
