"""``python -m benchmarks.platform_load.verifying < kept.json``: is what was acknowledged there?"""

import os
import sys

import django
import msgspec

from benchmarks.platform_load.wire import Kept, Loss, Verdict

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")
django.setup()

from jiheng.model.paths import value_at  # noqa: E402
from jiheng.web.forms.models import FormRecord  # noqa: E402
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
    verdict = Verdict(cells=len(cells), losses=losses, is_chain_whole=first_break() is None)
    sys.stdout.write(msgspec.json.encode(verdict).decode())


if __name__ == "__main__":
    main()
