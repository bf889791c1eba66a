"""``python -m benchmarks.platform_load.importing SECONDS``: how far the import has come, as JSON.

It is told when nothing waits any more, at the latest after so many seconds.
"""

import os
import sys
import time

import django
import msgspec

from benchmarks.platform_load.wire import Imported

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")
django.setup()

from jiheng.web.imports.models import BatchFile, BatchForm  # noqa: E402
from jiheng.web.imports.states import OPEN  # noqa: E402

PAUSE = 0.2


def main() -> None:
    """Wait, count and print."""
    end = time.monotonic() + float(sys.argv[1])
    while _waiting() and time.monotonic() < end:
        time.sleep(PAUSE)
    forms = tuple(BatchForm.objects.values_list("file__path", "index"))
    told = Imported(
        files=BatchFile.objects.count(),
        waiting=_waiting(),
        forms=len(forms),
        doubled=len(forms) - len(set(forms)),
    )
    sys.stdout.write(msgspec.json.encode(told).decode())


def _waiting() -> int:
    return BatchFile.objects.filter(state__in=[each.value for each in OPEN]).count()


if __name__ == "__main__":
    main()
