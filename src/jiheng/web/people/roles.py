"""The roles and the kinds of organisation: closed lists."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is at one organisation.

    The three administrators are kept apart: none of them sees a form, and none of them can do
    another's work.
    """

    CLERK = "clerk"
    SECTION = "section"
    HEAD = "head"
    DEPARTMENT_REVIEWER = "department-reviewer"
    BUDGET_OFFICE = "budget-office"
    PERFORMANCE_OFFICE = "performance-office"
    THIRD_PARTY = "third-party"
    AUDITOR = "auditor"
    SYSTEM_ADMIN = "system-admin"
    SECURITY_ADMIN = "security-admin"
    AUDIT_ADMIN = "audit-admin"


ADMINISTRATORS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
"""Whoever is one of them is nothing else."""


class OrganisationKind(StrEnum):
    """A level of the tree, from the top down."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    DEPARTMENT = "department"
    UNIT = "unit"
