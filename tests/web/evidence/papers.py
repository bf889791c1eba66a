"""Papers of 职业技能培训补助, as the unit attaches them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from jiheng.model.papers import PaperSeen
from jiheng.web.evidence.doing import attach_files
from jiheng.web.evidence.keeping import keep_seen
from jiheng.web.evidence.models import Paper
from jiheng.web.files.storing import store
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person

TRAINED, SATISFIED, MONEY = "indicators[0]", "indicators[2]", "funds.lines[0]"
NAMES = ("序号,姓名\n" + "\n".join(f"{at},学员{at}" for at in range(1, 1261))).encode()
FEWER = NAMES.rpartition(b"\n")[0]
PICTURE = b"\x89PNG\r\n\x1a\nno picture"


def attached(
    person: Person, record: FormRecord, content: bytes = NAMES, row: str = TRAINED,
    name: str = "名单.csv",
) -> Paper:  # fmt: skip
    """Return a paper of a row."""
    file = store([content], name, person)
    (paper,) = attach_files(person, record, row, (file,))
    record.refresh_from_db()
    return paper


def sent(content: bytes = NAMES, row: str = TRAINED, name: str = "名单.csv") -> dict[str, object]:
    """Return what the page's form sends."""
    return {"row": row, "file": [SimpleUploadedFile(name, content)]}


def looked_at(person: Person, record: FormRecord, row: str = TRAINED) -> Paper:
    """Return a photo of a row in which the worker could read nothing."""
    paper = attached(person, record, PICTURE, row, "现场.png")
    keep_seen(paper, PaperSeen(kind="unreadable"))
    record.refresh_from_db()
    paper.refresh_from_db()
    return paper
