"""Links that open a document or a mark in Lesepult, and that name them everywhere.

The ids in them are hexadecimal digits, so there is nothing to escape.
"""

from __future__ import annotations


def document_link(document: str) -> str:
    """Opens the document of that id."""
    return f"lesepult://open?document={document}"


def mark_link(document: str, mark: str) -> str:
    """Opens the document at that mark."""
    return f"{document_link(document)}&mark={mark}"
