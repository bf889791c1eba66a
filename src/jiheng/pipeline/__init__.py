"""One form or one run: the stages in order."""
