"""A file's forms repaired: what is proposed for each, with what could not be read."""

from pathlib import Path

from msgspec import Struct

from jiheng.audit.waivers import WaiverRule
from jiheng.model.audit import Refusal
from jiheng.model.repair import Repair
from jiheng.pipeline.repair.causes import repair_form
from jiheng.pipeline.repair.judged import Judge
from jiheng.pipeline.run import audit_paths


class RepairedFile(Struct, frozen=True, kw_only=True):
    """The proposals for one file.

    Attributes:
        repairs: one a form, in the file's order.
        errors: how many of its forms have errors as they stand.
        refused: why the file could not be read.
        unjudged: forms without scores of their own, which have nothing to repair.
    """

    repairs: tuple[Repair, ...]
    errors: int
    refused: tuple[Refusal, ...] = ()
    unjudged: tuple[Refusal, ...] = ()


def repair_file(
    path: Path,
    pack_id: str | None = None,
    waivers: tuple[WaiverRule, ...] = (),
    language: str = "zh",
) -> RepairedFile:
    """Return what is proposed for the forms of a file.

    Raises:
        RulebookError: there is no such rule pack, or it is badly written.
    """
    result = audit_paths((path,), pack_id, waivers, language=language)
    repairs = tuple(
        repair_form(
            entry.form,
            Judge(
                pack=entry.pack,
                pack_why=entry.audit.pack_why,
                waivers=waivers,
                language=language,
            ),
        )
        for entry in result.entries
    )
    return RepairedFile(
        repairs=repairs,
        errors=sum(entry.audit.verdict == "error" for entry in result.entries),
        refused=result.run.refused,
        unjudged=result.run.unjudged,
    )
