"""Actual values computed from ledgers, repeatable to the last digit."""
