"""Grids to forms: one recogniser for whatever format a grid came from."""

from jiheng.readers.recognise.form import recognise

__all__ = ["recognise"]
