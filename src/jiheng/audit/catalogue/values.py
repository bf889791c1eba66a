"""The VA checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.va01_counted_target_in_words import counted_target_in_words
from jiheng.audit.checks.va02_quantity_without_number import quantity_without_number
from jiheng.audit.checks.va03_operator_in_actual import operator_in_actual
from jiheng.audit.checks.va04_actual_copied_from_target import actual_copied_from_target
from jiheng.audit.checks.va05_units_differ import units_differ
from jiheng.audit.checks.va06_unit_against_name import unit_against_name
from jiheng.audit.checks.va07_words_for_a_number import words_for_a_number
from jiheng.audit.checks.va08_blank_actual_scored import blank_actual_scored
from jiheng.audit.checks.va09_blank_target import blank_target
from jiheng.audit.checks.va10_impossible_share import impossible_share
from jiheng.audit.checks.va11_placeholder_left import placeholder_left
from jiheng.audit.checks.va12_direction_against_meaning import direction_against_meaning
from jiheng.audit.checks.va13_floor_under_a_harm import floor_under_a_harm
from jiheng.audit.checks.va14_operator_missing import operator_missing
from jiheng.audit.checks.va15_strict_bound_repeated import strict_bound_repeated
from jiheng.audit.checks.va16_formula_target import formula_target
from jiheng.audit.checks.va17_vague_target import vague_target
from jiheng.audit.checks.va18_hollow_number import hollow_number
from jiheng.audit.checks.va19_text_for_a_measure import text_for_a_measure
from jiheng.audit.checks.va20_odd_signs_in_value import odd_signs_in_value
from jiheng.audit.checks.va21_two_numbers_in_cell import two_numbers_in_cell
from jiheng.audit.checks.va22_score_in_actual import score_in_actual
from jiheng.audit.checks.va23_cells_shifted import cells_shifted
from jiheng.audit.checks.va24_unit_off_by_ten_thousand import unit_off_by_ten_thousand
from jiheng.audit.checks.va25_odd_operator_glyph import odd_operator_glyph

CHECKS: tuple[Check[FormCheck], ...] = (
    counted_target_in_words,
    quantity_without_number,
    operator_in_actual,
    actual_copied_from_target,
    units_differ,
    unit_against_name,
    words_for_a_number,
    blank_actual_scored,
    blank_target,
    impossible_share,
    placeholder_left,
    direction_against_meaning,
    floor_under_a_harm,
    operator_missing,
    strict_bound_repeated,
    formula_target,
    vague_target,
    hollow_number,
    text_for_a_measure,
    odd_signs_in_value,
    two_numbers_in_cell,
    score_in_actual,
    cells_shifted,
    unit_off_by_ten_thousand,
    odd_operator_glyph,
)
