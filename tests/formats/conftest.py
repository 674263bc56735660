"""What the tests of formats share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def article_text(article: Path) -> str:
    """The bundled article."""
    return article.read_text("utf-8")
