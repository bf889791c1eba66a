"""Untrusted files read by programs of their own, several side by side."""
