"""Lesepult: read German with an English translation beside it, offline."""

APP_NAME = "Lesepult"
__version__ = "0.1.0"
