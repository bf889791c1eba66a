"""Reviewing forms one after another: the queue, and the walk through it."""
