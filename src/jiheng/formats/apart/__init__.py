"""Untrusted work done by programs of their own, within limits; one that dies is replaced."""
