"""Jiheng 绩衡: read, score and audit self-evaluation forms of project spending."""

__version__ = "0.1.0"
