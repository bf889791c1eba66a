"""Tests of a project over the years."""
