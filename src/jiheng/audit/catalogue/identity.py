"""The ID checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.id01_filled_before_year_end import filled_before_year_end
from jiheng.audit.checks.id02_year_differs import year_differs
from jiheng.audit.checks.id03_unit_names_differ import unit_names_differ
from jiheng.audit.checks.id05_signing_line_blank import signing_line_blank
from jiheng.audit.checks.id06_heading_word_wrong import heading_word_wrong
from jiheng.audit.checks.id07_form_outdated import form_outdated
from jiheng.audit.checks.id08_empty_row_left import empty_row_left
from jiheng.audit.checks.id09_signs_misread import signs_misread

CHECKS: tuple[Check[FormCheck], ...] = (
    filled_before_year_end,
    year_differs,
    unit_names_differ,
    signing_line_blank,
    heading_word_wrong,
    form_outdated,
    empty_row_left,
    signs_misread,
)
