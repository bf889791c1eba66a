"""Papers are looked into by a program of its own, within limits."""

from msgspec.structs import replace

from jiheng.formats.apart.limits import Limits
from jiheng.model.papers import ListSeen, PaperSeen
from jiheng.pipeline.proving.apart import LOOKING, seen_apart

NAMES = "姓名,村\n甲,云溪村\n乙,云溪村\n"


def test_a_list_is_seen_by_a_program_of_its_own(tmp_path):
    path = tmp_path / "0"
    path.write_text(NAMES, encoding="utf-8")

    seen = seen_apart(path, "名单.csv")

    assert seen == PaperSeen(kind="document", lists=(ListSeen(rows=2, people=2),))


def test_what_a_program_dies_of_cannot_be_read(tmp_path):
    path = tmp_path / "0"
    path.write_text(NAMES, encoding="utf-8")
    hasty = replace(LOOKING, limits=Limits(memory=2 << 30, cpu_seconds=60, seconds=0.01))

    assert seen_apart(path, "名单.csv", hasty) == PaperSeen(kind="unreadable")
