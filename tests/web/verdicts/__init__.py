"""Tests of the review of rows."""
