"""Files that open, and files that say why they do not."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from reader import formats
from reader.errors import KnownError
from reader.formats import open_document, read_document, suffixes
from reader.model import Kind


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as fault:
        open_document(path)
    assert str(path) in fault.value.message
    return fault.value


def test_the_article(article: Path) -> None:
    document = open_document(article)
    assert document.title == "Schützenpanzer"
    assert len(document.paragraphs) == 10
    assert {paragraph.kind for paragraph in document.paragraphs} == {Kind.TEXT}
    assert document.paragraphs[0].text.startswith("In der Region Saporoschje wurde")
    assert document.paragraphs[-1].text.startswith("Mehr zum Thema –")
    assert "\n".join(p.text for p in document.paragraphs) == article.read_text("utf-8").strip()
    assert Path(document.source) == article.resolve()
    assert document.checksum == hashlib.sha256(article.read_bytes()).hexdigest()[:32]
    assert document.language == "de"
    assert document.warnings == ()


def test_missing(tmp_path: Path) -> None:
    fault = refusal(tmp_path / "fehlt.txt")
    assert fault.message.startswith("There is no file")
    assert "open it where it is now" in fault.advice
    assert refusal(tmp_path / "a.txt" / "b.txt")
    (tmp_path / "datei.txt").write_text("Hallo")
    assert "Not a directory" in refusal(tmp_path / "datei.txt" / "b.txt").message


def test_folder_says_what_can_be_opened(tmp_path: Path) -> None:
    fault = refusal(tmp_path)
    assert "is a folder" in fault.message
    assert ".txt" in fault.advice.split()
    assert ".md" in fault.advice.split()


def test_empty_and_blank(tmp_path: Path) -> None:
    file = tmp_path / "leer.txt"
    file.write_bytes(b"")
    assert "is empty" in refusal(file).message
    for blank in (b" \n\t\r\n \n", b"\xef\xbb\xbf", b"\xff\xfe"):
        file.write_bytes(blank)
        assert "no text in it" in refusal(file).message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")
@pytest.mark.timeout(10)
def test_pipe_and_device_are_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "rohr.txt"
    os.mkfifo(pipe)
    assert "device or a pipe" in refusal(pipe).message
    assert "device or a pipe" in refusal(Path("/dev/zero")).message


@pytest.mark.skipif(sys.platform != "linux", reason="a file that fails when read")
def test_unreadable() -> None:
    assert "Input/output error" in refusal(Path("/proc/self/mem")).message


def test_no_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faked: whoever runs the tests may be allowed everything."""
    file = tmp_path / "geheim.txt"
    file.write_text("Geheim")

    def refuse(self: Path, *_arguments: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read by you" in refusal(file).message


def test_impossible_names(tmp_path: Path) -> None:
    refusal(tmp_path / ("x" * 300))
    with pytest.raises(KnownError, match="cannot be read"):
        open_document(Path("a\0b.txt"))
    circle = tmp_path / "kreis.txt"
    circle.symlink_to(circle)
    refusal(circle)


def test_huge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "riesig.txt"
    with file.open("wb") as sparse:
        sparse.truncate(formats.LIMIT + 1)
    assert "larger than 200 MB" in refusal(file).message
    monkeypatch.setattr(formats, "LIMIT", 100)
    with pytest.raises(KnownError, match="larger than"):
        read_document(b"a" * 101, "standard input")


def test_a_name_of_odd_bytes_can_be_opened_and_kept(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"gr\xfc\xdfe.txt")
    file.write_text("Ein Satz in einer Datei mit seltsamem Namen.", "utf-8")
    document = open_document(file)
    assert len(document.paragraphs) == 1
    (document.source + document.title).encode()


def test_a_link_and_its_file_are_one_document(article: Path, tmp_path: Path) -> None:
    link = tmp_path / "verweis.txt"
    link.symlink_to(article)
    assert open_document(link).source == open_document(article).source


def test_the_content_counts_where_the_name_says_nothing() -> None:
    markdown = b"# Titel\n\nEin *betonter* Satz.\n"
    for name in ("text", "standard input", "text.xyz"):
        assert read_document(markdown, name).paragraphs[1].text == "Ein betonter Satz."
    assert read_document(markdown, "text.txt").paragraphs[1].text == "Ein *betonter* Satz."
    assert read_document(b"Nur ein Satz.", "text").paragraphs[0].text == "Nur ein Satz."


def test_suffixes_are_for_a_file_dialog() -> None:
    assert {".txt", ".md"} <= set(suffixes())
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes())


ENGLISH = """The vehicle was seen in the region last week, and nobody could say where it had come
from. Several people took pictures of it before it left. The government has not said anything
about the matter, which is why everyone in the town keeps talking about it all day long."""
DUTCH = """Het voertuig werd vorige week in de streek gezien, en niemand wist te vertellen waar het
vandaan was gekomen. Verschillende mensen hebben er foto's van gemaakt voordat het weer vertrok. De
regering heeft er nog niets over gezegd, en daarom praat iedereen er in de stad de hele dag over."""


@pytest.mark.parametrize(
    ("text", "code", "name"), [(ENGLISH, "en", "English"), (DUTCH, "nl", "Dutch")]
)
def test_what_is_not_german_is_read_with_a_warning(text: str, code: str, name: str) -> None:
    document = read_document(text.encode(), "text.txt")
    assert len(document.paragraphs) == 1
    assert document.warnings == (
        f"This text does not look like German but like {name}; its translation may be nonsense.",
    )
    assert document.language == code


def test_german_and_what_is_too_short_to_tell_have_no_warning() -> None:
    from tests.formats.german import SENTENCES

    for start in range(0, len(SENTENCES), 8):
        text = "\n".join(SENTENCES[start : start + 8])
        assert read_document(text.encode(), "text.txt").warnings == ()
    assert read_document(b"Only a few words.", "text.txt").warnings == ()
