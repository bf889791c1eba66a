"""``python -m benchmarks.platform_load.importing``: how far the import has come, as JSON."""

import os
import sys

import django
import msgspec

from benchmarks.platform_load.wire import Imported

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")
django.setup()

from jiheng.web.imports.models import BatchFile, BatchForm  # noqa: E402
from jiheng.web.imports.states import OPEN  # noqa: E402


def main() -> None:
    """Count and print."""
    waiting = BatchFile.objects.filter(state__in=[each.value for each in OPEN]).count()
    forms = tuple(BatchForm.objects.values_list("file__path", "index"))
    told = Imported(
        files=BatchFile.objects.count(),
        waiting=waiting,
        forms=len(forms),
        doubled=len(forms) - len(set(forms)),
    )
    sys.stdout.write(msgspec.json.encode(told).decode())


if __name__ == "__main__":
    main()
