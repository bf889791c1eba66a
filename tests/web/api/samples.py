"""One call of every operation, as somebody would make it who may."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from msgspec import Struct

from tests.web.api.calling import Program
from tests.web.api.office import Office
from tests.web.city import City


class Sample(Struct, frozen=True, kw_only=True):
    """A call: its body in JSON, or fields and files that are handed in."""

    path: str
    method: str = "get"
    body: dict | list | None = None
    parts: dict | None = None

    def sent(self, program: Program):
        """Return what a program is answered."""
        if self.parts is not None:
            return program.hand(self.path, **self.parts)
        if self.method == "get":
            return program.get(self.path)
        return program.post(self.path, self.body, self.method)


def file(name: str = "旧表.docx") -> SimpleUploadedFile:
    """Return a file that holds nothing."""
    return SimpleUploadedFile(name, b"nothing")


def samples(city: City, office: Office) -> dict[str, Sample]:
    """Return a call of every operation, by its name."""
    today, unit = timezone.localdate(), city.centre.pk
    drawn, planned = f"/draws/{office.drawn}", f"/draws/{office.planned}"
    batch = f"/publication/batches/{office.batch}"
    package = f"/publication/packages/{office.package}"
    plan = {
        "organisation": city.city.pk,
        "year": 2024,
        "title": "自评抽查",
        "basis": "department",
        "total": 3,
        "source": "双色球第2026031期",
        "appears_at": (timezone.now() + timedelta(days=7)).isoformat(),
    }
    row = {"level1": "产出指标", "level2": "数量指标", "name": "场次", "target": "≥4场"}
    return {
        "me": Sample(path="/me"),
        "list-organisations": Sample(path="/organisations"),
        "list-forms": Sample(path="/forms?year=2024&sort=stake&down=true"),
        "begin-form": Sample(
            path="/forms", method="post",
            body={"unit": unit, "project": "招聘会", "year": 2026, "rows": [row]},
        ),
        "form": Sample(path="/forms/REVIEWED"),
        "findings": Sample(path="/forms/REVIEWED/findings"),
        "scores": Sample(path="/forms/REVIEWED/scores"),
        "history": Sample(path="/forms/REVIEWED/history"),
        "versions": Sample(path="/forms/REVIEWED/versions"),
        "differences": Sample(path="/forms/REVIEWED/versions/differences?first=1&second=1"),
        "last-year": Sample(path="/forms/REVIEWED/last-year"),
        "save-cells": Sample(
            path="/forms/EVALUATED/cells", method="post",
            body={"version": 1, "changes": [{"path": "indicators[0].actual", "new": "1262人"}]},
        ),
        "actions": Sample(path="/forms/REVIEWED/actions"),
        "act": Sample(
            path="/forms/REVIEWED/actions/review-department", method="post", body={"version": 1}
        ),
        "paper": Sample(path="/forms/REVIEWED/files/xlsx"),
        "tasks": Sample(path="/tasks?year=2024"),
        "queue": Sample(path="/queue?year=2024"),
        "reminders": Sample(path="/reminders?year=2024"),
        "arrange-rows": Sample(
            path="/forms/DRAFT/indicators", method="post",
            body={"version": 1, "doing": "add", "at": 0},
        ),
        "review": Sample(path="/forms/REVIEWED/review"),
        "score-rows": Sample(
            path="/forms/REVIEWED/review", method="post",
            body={"version": 1, "rows": [{"row": "indicators[0]", "score": "45", "reason": "虚高"}]},
        ),
        "working-paper": Sample(path="/forms/REVIEWED/working-paper/docx"),
        "feedback": Sample(path="/forms/REVIEWED/feedback/docx"),
        "rectification": Sample(path="/forms/NOTICED/rectification"),
        "issue-notice": Sample(
            path="/forms/RECHECKED/rectification", method="post",
            body={"version": 1, "due": today.isoformat(), "reason": "请整改",
                  "demands": [{"found": "缺台账", "wanted": "补交台账"}]},
        ),
        "answer-notice": Sample(
            path="/forms/NOTICED/rectification/answers", method="post",
            body={"answers": [{"demand": office.demand, "words": "已补交"}], "final": True},
        ),
        "hand-demand-proof": Sample(
            path=f"/forms/NOTICED/rectification/demands/{office.demand}/proofs", method="post",
            parts={"files": file("佐证.pdf")},
        ),
        "settle-notice": Sample(
            path="/forms/NOTICED/rectification/settlement", method="post",
            body={"version": 1, "do": "revoke", "reason": "发错了"},
        ),
        "ledger": Sample(path="/rectification?year=2024&state=issued"),
        "demand-proof": Sample(path=f"/rectification/proofs/{office.demand_proof}"),
        "list-mappings": Sample(path="/columns"),
        "hand-table": Sample(
            path="/columns/tables", method="post",
            parts={"file": SimpleUploadedFile("导出.csv", "项目名称,分值\n培训,50\n".encode()),
                   "unit": unit, "year": 2026},
        ),
        "table": Sample(path=f"/columns/tables/{office.table}"),
        "map-table": Sample(
            path=f"/columns/tables/{office.table}", method="post",
            body={"name": "省一体化", "money": "元", "fields": ["project", "target"]},
        ),
        "rows-out": Sample(path=f"/columns/{office.mapping}/rows-out?year=2024&number=REVIEWED"),
        "rows-file": Sample(path=f"/columns/{office.mapping}/rows-out/files/xlsx?year=2024"),
        "ready-forms": Sample(path="/hand-in?year=2024"),
        "hand-in": Sample(
            path="/hand-in", method="post",
            body={"year": 2024, "declared": True, "forms": [{"number": "EVALUATED", "version": 1}]},
        ),
        "act-several": Sample(
            path="/actions/review-department", method="post",
            body={"forms": [{"number": "REVIEWED", "version": 1}]},
        ),
        "queue-file": Sample(path="/queue/files/xlsx?year=2024"),
        "ledger-file": Sample(path="/rectification/files/xlsx?year=2024"),
        "trends-file": Sample(path="/years/files/xlsx?year=2024"),
        "dashboard-file": Sample(path="/dashboard/files/xlsx?year=2024"),
        "list-uses": Sample(path="/result-use?year=2024&use=none"),
        "record-uses": Sample(
            path="/result-use", method="post",
            body={"use": "keep", "reason": "目标完成", "forms": [{"number": "CLOSED", "version": 1}]},
        ),
        "uses-file": Sample(path="/result-use/files/xlsx?year=2024"),
        "circular": Sample(path="/circular?year=2024&named=true"),
        "circular-file": Sample(path="/circular/files/docx?year=2024"),
        "import-people": Sample(
            path="/people/roster", method="post",
            parts={"file": SimpleUploadedFile("名单.yaml", b"people: []")},
        ),
        "roster-template": Sample(path="/people/roster/files/xlsx"),
        "publication": Sample(path="/publication?year=2024&state=waiting"),
        "clearance": Sample(path="/forms/PROPOSED/clearance"),
        "review-secrecy": Sample(
            path="/forms/PROPOSED/clearance", method="post",
            body={"version": 1, "verdict": "partly", "withheld": ["money"], "reason": "涉密"},
        ),
        "mask-texts": Sample(
            path="/forms/CLEARED/clearance/masks", method="post",
            body={"version": 1, "added": ["就业率"]},
        ),
        "preview": Sample(path="/forms/PROPOSED/publication"),
        "list-batches": Sample(path="/publication/batches"),
        "begin-batch": Sample(
            path="/publication/batches", method="post", body={"at": city.bureau.pk, "year": 2024}
        ),
        "batch": Sample(path=batch),
        "make-package": Sample(path=f"{batch}/packages", method="post"),
        "names-file": Sample(path=f"{batch}/names"),
        "package": Sample(path=package),
        "withdraw-package": Sample(path=f"{package}/withdrawal", method="post"),
        "list-draws": Sample(path="/draws"),
        "plan-draw": Sample(path="/draws", method="post", body=plan),
        "draw": Sample(path=drawn),
        "change-draw": Sample(path=f"{planned}/plan", method="post", body=plan),
        "size-draw": Sample(
            path=f"{planned}/sizes", method="post", body={"sizes": {city.bureau.name: 2}}
        ),
        "step-draw": Sample(path=f"{planned}/steps", method="post", body={"do": "commit"}),
        "draw-paper": Sample(path=f"{drawn}/papers/draw"),
        "population": Sample(path=f"{drawn}/population?changed=true"),
        "sample": Sample(path=f"{drawn}/sample"),
        "must-check": Sample(
            path=f"{drawn}/must-check", method="post",
            body={"number": "RECHECKED", "cause": "petition", "reason": "群众反映",
                  "asked_by": "信访〔2025〕3号"},
        ),
        "assign-forms": Sample(
            path=f"{drawn}/assignments", method="post",
            body={"numbers": ["RECHECKED"], "to": city.third_party.pk, "due": today.isoformat()},
        ),
        "draw-results": Sample(path=f"{drawn}/results"),
        "results-file": Sample(path=f"{drawn}/results/files/csv"),
        "recompute": Sample(path="/recompute.py"),
        "draw-tasks": Sample(path="/draw-tasks"),
        "result-use": Sample(path="/forms/CLOSED/result-use"),
        "record-use": Sample(
            path="/forms/CLOSED/result-use", method="post",
            body={"version": 1, "use": "keep", "reason": "目标完成"},
        ),
        "dashboard": Sample(path="/dashboard?year=2024"),
        "years": Sample(path="/forms/REVIEWED/years"),
        "link-rows": Sample(
            path="/forms/REVIEWED/years/links", method="post",
            body={"name": "培训人数", "before": None},
        ),
        "trends": Sample(path="/years?year=2024"),
        "my-rows": Sample(path="/rows"),
        "form-rows": Sample(path="/forms/EVALUATED/rows"),
        "send-rows": Sample(
            path="/forms/EVALUATED/rows", method="post",
            body={"rows": ["indicators[0]"], "to": city.section.pk, "due": today.isoformat()},
        ),
        "move-row": Sample(path=f"/forms/EVALUATED/rows/{office.row}/take-back", method="post"),
        "asked-rows": Sample(path="/rows/EVALUATED"),
        "answer-rows": Sample(
            path="/rows/EVALUATED", method="post",
            body={"answers": [{"key": office.row, "words": "按季度抽查"}], "final": True},
        ),
        "hand-proof": Sample(
            path=f"/rows/EVALUATED/{office.row}/proofs", method="post",
            parts={"files": file("佐证.pdf")},
        ),
        "proof": Sample(path=f"/proofs/{office.proof}"),
        "read-files": Sample(
            path="/prefill", method="post",
            parts={"files": file(), "unit": unit, "year": 2026},
        ),
        "prefill": Sample(path=f"/prefill/{office.intake}"),
        "take-prefill": Sample(
            path=f"/prefill/{office.intake}", method="post", body={"take": []}
        ),
        "candidates": Sample(path="/roll-over?year=2025"),
        "roll-over": Sample(
            path="/roll-over", method="post", body={"year": 2025, "numbers": ["CLOSED"]}
        ),
        "list-imports": Sample(path="/imports"),
        "begin-import": Sample(
            path="/imports", method="post",
            parts={"files": file(), "step": "self-evaluation", "year": 2024},
        ),
        "import": Sample(path=f"/imports/{office.imported}"),
        "add-files": Sample(
            path=f"/imports/{office.imported}/files", method="post", parts={"files": file()}
        ),
        "import-files": Sample(path=f"/imports/{office.imported}/files?show=in-doubt"),
        "pause-import": Sample(
            path=f"/imports/{office.imported}/pause", method="post", body={"paused": True}
        ),
        "import-questions": Sample(
            path=f"/imports/{office.imported}/files/{office.file}/questions"
        ),
        "answer-import": Sample(
            path=f"/imports/{office.imported}/files/{office.file}/questions", method="post",
            body={"answers": {"at:project.name": "招聘会"}},
        ),
        "import-report": Sample(path=f"/imports/{office.imported}/report"),
        "form-surveys": Sample(path="/forms/EVALUATED/surveys"),
        "begin-survey": Sample(
            path="/forms/EVALUATED/surveys", method="post",
            body={"row": "indicators[2]", "title": "问卷", "scaled": ["满意吗？"], "population": 9, "asked": 9},
        ),
        "survey": Sample(path=f"/surveys/{office.survey}"),
        "close-survey": Sample(path=f"/surveys/{office.survey}/close", method="post"),
        "form-evidence": Sample(path="/forms/REVIEWED/evidence"),
        "attach-papers": Sample(
            path="/forms/EVALUATED/evidence", method="post",
            parts={"row": "indicators[0]", "files": file("名单.csv")},
        ),
        "move-paper": Sample(path=f"/forms/REVIEWED/evidence/{office.paper}/attest", method="post"),
        "evidence-file": Sample(path=f"/evidence/{office.paper}"),
        "seal-form": Sample(path="/forms/REVIEWED/dossier", method="post"),
        "form-measures": Sample(path="/forms/REVIEWED/measures"),
        "choose-measure": Sample(
            path="/forms/EVALUATED/measures/1", method="post",
            body={"name": "培训后就业率", "id": "insured-rate"},
        ),
        "measure-file": Sample(path="/forms/EVALUATED/measures/0/file"),
        "hand-result": Sample(
            path="/forms/EVALUATED/measures/0/results", method="post",
            parts={"file": file("结果.json")},
        ),
        "run-measure": Sample(
            path="/forms/EVALUATED/measures/0/runs", method="post", body={"source": "卡务系统"}
        ),
        "evidence-years": Sample(path="/evidence-years"),
        "ask-evidence": Sample(
            path="/evidence-years", method="post",
            body={"place": city.city.pk, "year": 2024, "ask": True},
        ),
        "bring-scan": Sample(
            path="/scans", method="post", parts={"file": file("盖章.pdf"), "code": "x"}
        ),
        "form-scans": Sample(path="/forms/REVIEWED/scans"),
        "scan-file": Sample(path=f"/scans/{office.scan}"),
        "list-people": Sample(path="/people?q=李"),
        "add-person": Sample(
            path="/people", method="post",
            body={"username": "fangyuan", "name": "方圆", "home": unit, "role": "clerk"},
        ),
        "change-person": Sample(
            path=f"/people/{city.clerk.pk}", method="patch", body={"is_active": False}
        ),
        "reset-password": Sample(path=f"/people/{city.clerk.pk}/password", method="post"),
        "add-organisation": Sample(
            path="/organisations", method="post",
            body={"name": "云岭市技工学校", "kind": "unit", "above": city.bureau.pk},
        ),
        "change-organisation": Sample(
            path=f"/organisations/{unit}", method="patch", body={"name": "云岭市就业中心"}
        ),
        "list-posts": Sample(path="/posts"),
        "give-post": Sample(
            path="/posts", method="post",
            body={"person": city.clerk.pk, "role": "head", "organisation": unit},
        ),
        "take-post": Sample(path=f"/posts/{office.post}", method="delete"),
        "decide-proposal": Sample(
            path=f"/proposals/{office.proposal}", method="post", body={"give": True}
        ),
        "list-sessions": Sample(path="/sessions"),
        "end-session": Sample(path=f"/sessions/{office.visit}", method="delete"),
        "unlock-person": Sample(path=f"/people/{city.clerk.pk}/unlock", method="post"),
        "list-tokens": Sample(path="/tokens"),
        "end-token": Sample(path=f"/tokens/{office.token}", method="delete"),
        "journal": Sample(path="/journal?what=register&since=2024-01-01"),
        "journal-chain": Sample(path="/journal/chain"),
        "journal-file": Sample(path="/journal/files/csv"),
    }  # fmt: skip
