"""Rows of a form that are sent to those who know: 业务科室回填."""
