"""Tests of notices of rectification, of the use of results and of the circular."""
