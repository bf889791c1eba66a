"""Scored form to findings; one check a file, all of them listed in ``catalogue``."""
