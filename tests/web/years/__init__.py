"""Tests of the years."""
