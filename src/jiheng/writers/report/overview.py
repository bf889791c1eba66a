"""The report's first page: who, what, with which rules, and the verdict of every form."""

from datetime import datetime
from fractions import Fraction

from jiheng.model.audit import Run
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.pack import Pack
from jiheng.writers.report.agreement import span
from jiheng.writers.report.badge import badge, count_boxes
from jiheng.writers.report.form_section import verdict_tag
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.order import most_pressing, tally
from jiheng.writers.report.score import grade_words
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice
