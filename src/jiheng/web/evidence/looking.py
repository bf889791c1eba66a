"""Papers looked into: small ones at once, the others by the worker, in a program of its own."""

from pathlib import PurePath

from django_tasks import task

from jiheng.model.papers import PaperSeen
from jiheng.pipeline.naming import called
from jiheng.pipeline.proving.apart import seen_apart
from jiheng.pipeline.proving.seen import paper_seen
from jiheng.web.evidence.keeping import keep_seen
from jiheng.web.evidence.models import Paper
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import path_of

MOST_AT_ONCE = 1 << 20
_PLAIN = frozenset({".csv", ".txt", ".json"})
"""Small ones our own code reads in milliseconds, here."""
_AT_ONCE = _PLAIN | {".xlsx"}
"""Read in a moment; of pictures, letters have to be recognised first."""


@task()
def look(pk: int) -> None:
    """Look into a paper, unless it was taken away meanwhile."""
    paper = Paper.objects.filter(pk=pk, seen="").select_related("file", "record").first()
    if paper is not None:
        keep_seen(paper, seen_apart(path_of(paper.file), paper.file.name))


def catch_up() -> None:
    """Let the worker look into all that nobody has looked into."""
    for pk in Paper.objects.filter(seen="").values_list("pk", flat=True):
        look.enqueue(pk)


def seen_at_once(file: StoredFile) -> PaperSeen | None:
    """Return what is seen of a small file, None of one that the worker is to look into."""
    ending = PurePath(file.name).suffix.lower()
    if file.size > MOST_AT_ONCE or ending not in _AT_ONCE:
        return None
    see = paper_seen if ending in _PLAIN else seen_apart
    return see(path_of(file), called(file.name))
