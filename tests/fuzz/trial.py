"""One file through the whole pipeline, and what is wrong with what came of it."""

import json
import re
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jiheng.model.audit import Audit, Run
from jiheng.model.form import Form
from jiheng.pipeline.annotating import AnnotatedFiles, write_annotated
from jiheng.pipeline.output import json_lines, write_outputs
from jiheng.pipeline.reading import read_file
from jiheng.pipeline.run import RunResult, audit_paths
from tests.pace import is_too_long

MOST_SECONDS = 5.0
"""Of computing, not of waiting, so that a busy machine breaks no test."""

_OUR_FAULT = "程序在这个文件上出错"
_GENERATED = datetime(2025, 1, 1, tzinfo=UTC)
_FILE = re.compile(r"来件\.\w+：")


def complaints(data: bytes, suffix: str, folder: Path) -> list[str]:
    """Return what the run on a file of these bytes did wrong; an exception escapes."""
    path = folder / f"来件{suffix}"
    path.write_bytes(data)
    started = time.process_time()
    result = audit_paths((path,))
    report, findings = write_outputs(result, folder / "出", "jiheng audit", _GENERATED)
    annotated = write_annotated(result, folder / "出", _GENERATED)
    seconds = time.process_time() - started
    return [
        *([f"took {seconds:.1f} s"] if is_too_long(seconds, MOST_SECONDS) else []),
        *_refusals(result),
        *_documents(result),
        *_copies(result, annotated),
        *([] if report.read_bytes().rstrip().endswith(b"</html>") else ["report is cut off"]),
        *([] if zipfile.ZipFile(findings).testzip() is None else ["findings are damaged"]),
    ]


def _refusals(result: RunResult) -> list[str]:
    reasons = [refusal.reason for refusal in result.run.refused]
    told = bool(result.entries) != bool(reasons)
    wrong = [reason for reason in reasons if _OUR_FAULT in reason or not _FILE.search(reason)]
    return wrong if told else [*wrong, "neither read nor refused, or both"]


def _copies(result: RunResult, annotated: AnnotatedFiles) -> list[str]:
    """Return what is wrong with the annotated copies: they hold the forms that they were made of."""
    wrong = [each.reason for each in annotated.refused if _OUR_FAULT in each.reason]
    forms = [_content(entry.form) for entry in result.entries]
    for path in annotated.written:
        again = [_content(read.form) for read in read_file(path)]
        wrong += [] if [each for each in again if each in forms] == forms else ["copy differs"]
    return wrong


def _content(form: Form) -> Form:
    source = replace(form.source, path="", sha256="")
    return replace(form, id="", source=source)


def _documents(result: RunResult) -> list[str]:
    forms = [_differs(entry.form, Form) for entry in result.entries]
    audits = [_differs(entry.audit, Audit) for entry in result.entries]
    lines = [json.loads(line)["schema"] for line in json_lines(result)]
    expected = ["jiheng.audit/1"] * len(result.entries) + ["jiheng.run/1"]
    wrong = [] if lines == expected else [f"lines are {lines}"]
    return [*filter(None, [*forms, *audits, _differs(result.run, Run)]), *wrong]


def _differs(document: Form | Audit | Run, kind: type[Form | Audit | Run]) -> str:
    """Return what a document is not, when its JSON does not give it back."""
    back = msgspec.json.decode(msgspec.json.encode(document), type=kind)
    return "" if back == document else f"{kind.__name__} is not what its JSON says"
