"""Lesepult: read German with an English translation beside it, offline."""

__version__ = "0.1.0"
