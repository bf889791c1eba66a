"""Forms as a clerk would type them, with what a repair proposes for them in short."""

from jiheng.audit.waivers import WaiverRule
from jiheng.model.repair import Question, Repair
from jiheng.pipeline.repair import Judge, repair_form
from jiheng.rulebook.loading import load_pack
from tests.audit.forms import build

GOAL = {"expected": "完成全年培训任务。", "actual": "全年办班12期。"}


def repaired(
    pack: str = "cn-2020-10",
    waivers: tuple[WaiverRule, ...] = (),
    language: str = "zh",
    **given: object,
) -> Repair:
    judge = Judge(pack=load_pack(pack), waivers=waivers, language=language)
    return repair_form(build({"goal": GOAL, **given}), judge)


def edits(repair: Repair) -> list[str]:
    """Return the edits, as ``total.score: 100 → 97.5``."""
    return [f"{each.path}: {each.old} → {each.new}" for each in repair.edits]


def question(repair: Repair, code: str) -> Question:
    (found,) = [each for each in repair.questions if each.code == code]
    return found
