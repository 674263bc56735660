"""From a file to a text in the library, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.formats import language_warnings
from reader.paths import Paths
from reader.services.opening import Opening, Reading
from reader.store import open_store
from tests.formats.german import SENTENCES

FRENCH = "Le chat est sur la table et il regarde les oiseaux dans le jardin de la maison.\n\n" * 6


def decide(profile: Paths, reading: Reading, language: str) -> None:
    """As a reader who is asked: no doubt is left."""
    assert reading.entry
    with open_store(profile) as store:
        store.library.set_language(reading.entry.id, language, ())


@pytest.mark.parametrize("language", ["de", "fr", "nl"])
def test_a_language_that_was_decided_holds_when_the_file_changes(
    profile: Paths, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(FRENCH, "utf-8")
    opening = Opening(profile)
    first = opening.file(file)
    assert first.document.language == "fr"
    assert first.document.warnings == language_warnings("fr")

    decide(profile, first, language)
    file.write_text(FRENCH + "Et voilà un chien qui dort.", "utf-8")
    again = opening.file(file)
    assert (again.document.language, again.document.warnings) == (language, ())
    assert again.entry
    assert again.entry.language == language


def test_a_decision_goes_with_a_file_that_was_moved(profile: Paths, tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(FRENCH, "utf-8")
    decide(profile, Opening(profile).file(file), "de")
    moved = Opening(profile).file(file.rename(tmp_path / "Katze.txt"))
    assert (moved.document.language, moved.document.warnings) == ("de", ())


def test_what_nobody_decided_is_asked_of_the_new_text(profile: Paths, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    opening = Opening(profile)
    for text, language in (("\n\n".join(SENTENCES), "de"), (FRENCH, "fr"), (FRENCH * 2, "fr")):
        file.write_text(text, "utf-8")
        document = opening.file(file).document
        assert (document.language, document.warnings) == (language, language_warnings(language))


def texts_of(reading: Reading) -> list[str]:
    return [paragraph.text for paragraph in reading.document.paragraphs]


def test_a_text_that_is_at_hand_is_not_read_again(profile: Paths, tmp_path: Path) -> None:
    opening = Opening(profile)
    files = [tmp_path / f"{number}.txt" for number in range(4)]
    for file in files:
        file.write_text(f"Das ist der Text mit dem Namen {file.stem}.", "utf-8")
    first = opening.file(files[0])
    again = opening.file(files[0])
    assert again.document.paragraphs is first.document.paragraphs
    assert again.document == first.document
    for file in files[1:]:
        opening.file(file)
    later = opening.file(files[0])  # three are kept at hand
    assert later.document.paragraphs is not first.document.paragraphs
    assert later.document == first.document


def test_what_another_program_has_read_anew_is_at_hand_no_more(
    profile: Paths, tmp_path: Path
) -> None:
    file = tmp_path / "text.txt"
    file.write_text("Das war der alte Text.", "utf-8")
    opening = Opening(profile)
    old = opening.file(file)
    assert old.entry
    file.write_text("Das ist der neue Text.", "utf-8")
    Opening(profile).file(file)
    assert texts_of(opening.file(file)) == ["Das ist der neue Text."]
    file.unlink()
    assert texts_of(opening.entry(old.entry)) == ["Das ist der neue Text."]
