"""The command line; entry point ``main``."""

from jiheng.cli.app import main

__all__ = ["main"]
