"""Surveys: what a share of answers says of everybody who could have been asked."""
