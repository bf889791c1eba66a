"""Satisfaction surveys: begun by a clerk, answered once a person without a log-in, counted."""
