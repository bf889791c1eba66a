"""Rows of text whose separators were lost, cut into cells again by what they hold."""
