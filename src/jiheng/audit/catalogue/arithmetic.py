"""The AR checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.ar01_total_differs import total_differs
from jiheng.audit.checks.ar02_score_outside_weight import score_outside_weight
from jiheng.audit.checks.ar03_weights_off_base import weights_off_base
from jiheng.audit.checks.ar04_rows_differ_from_heading import rows_differ_from_heading
from jiheng.audit.checks.ar05_headings_off_base import headings_off_base
from jiheng.audit.checks.ar06_weights_unlike_pack import weights_unlike_pack
from jiheng.audit.checks.ar07_total_weight_not_full import total_weight_not_full
from jiheng.audit.checks.ar08_grade_differs import grade_differs
from jiheng.audit.checks.ar09_conclusion_differs import conclusion_differs
from jiheng.audit.checks.ar10_rounding_inconsistent import rounding_inconsistent

CHECKS: tuple[Check[FormCheck], ...] = (
    total_differs,
    score_outside_weight,
    weights_off_base,
    rows_differ_from_heading,
    headings_off_base,
    weights_unlike_pack,
    total_weight_not_full,
    grade_differs,
    conclusion_differs,
    rounding_inconsistent,
)
