"""`lesepult translate`, with the real model."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

import reader.engines
from reader.paths import Paths
from tests.cli.conftest import PROGRAM, Run

SENTENCES = "Das Haus ist alt. Der Garten ist groß."


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "haus.txt"
    file.write_text(SENTENCES, "utf-8")
    return file


def test_the_article_as_json(run: Run, article: Path) -> None:
    done = run("translate", article, "--format", "json")
    assert (done.status, done.err) == (0, "")
    document = json.loads(done.out)
    assert document["title"] == "Schützenpanzer"
    assert document["engine"].startswith("argos:translate-de_en:")
    german = [paragraph["source"] for paragraph in document["paragraphs"]]
    assert "\n".join(german) == article.read_text("utf-8").strip()
    for paragraph in document["paragraphs"]:
        assert paragraph["target"]
        for side in ("source", "target"):
            joined = "".join(sentence[side] for sentence in paragraph["sentences"])
            assert joined == paragraph[side]


def test_text_is_the_usual_form(run: Run, text: Path) -> None:
    german, english = run("translate", text).out.strip().split("\n\n")
    assert german == SENTENCES
    assert "house" in english
    assert "garden" in english


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("x.json", "{\n"),
        ("x.md", "---\ntitle: Haus\n"),
        ("x.TSV", "source\ttarget\n"),
        ("x.txt", "Das Haus"),
        ("x.xyz", "Das Haus"),
        ("x", "Das Haus"),
    ],
)
def test_the_form_by_the_name_of_the_output(
    run: Run, text: Path, tmp_path: Path, name: str, beginning: str
) -> None:
    done = run("translate", text, "-o", tmp_path / name)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_text("utf-8").startswith(beginning)


def test_the_form_that_is_asked_for_counts_more(run: Run, text: Path, tmp_path: Path) -> None:
    run("translate", text, "-o", tmp_path / "x.json", "--format", "tsv")
    assert (tmp_path / "x.json").read_text("utf-8").startswith("source\ttarget\n")


def test_a_second_time_needs_no_model(
    run: Run, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("translate", text)

    def refuse(*_arguments: object) -> None:
        pytest.fail("the model was loaded")

    monkeypatch.setattr(reader.engines, "load", refuse)
    assert run("translate", text) == first
    other = text.with_suffix(".md")
    other.write_text(f"# {SENTENCES}\n\n```\ncode = 1\n```\n", "utf-8")
    assert run("translate", other).status == 0


def test_what_was_done_is_kept_when_the_rest_fails(
    run: Run, tmp_path: Path, profile: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.translation import pipeline

    monkeypatch.setattr("reader.cli.translate._SLICE", 10)
    (tmp_path / "a.txt").write_text("Das Haus ist alt.\nDer Garten ist groß.", "utf-8")
    (tmp_path / "b.txt").write_text("Das Haus ist alt.", "utf-8")
    real, calls = pipeline.render, 0

    def once(texts: list[str], engine: reader.engines.Engine) -> object:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise KeyboardInterrupt
        return real(texts, engine)

    monkeypatch.setattr(pipeline, "render", once)
    stopped = run("translate", tmp_path / "a.txt", profile=profile)
    assert (stopped.status, stopped.out, stopped.err) == (130, "", "")
    assert calls == 2
    assert run("translate", tmp_path / "b.txt", profile=profile).status == 0
    assert calls == 2


def test_standard_input(process: Run) -> None:
    done = process("translate", "-", "--format", "json", stdin=SENTENCES.encode("cp1252"))
    assert (done.status, done.err) == (0, "")
    (paragraph,) = json.loads(done.out)["paragraphs"]
    assert paragraph["source"] == SENTENCES


def test_code_is_not_translated(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("Das Haus.\n\n    das = haus\n", "utf-8")
    code = json.loads(run("translate", file, "--format", "json").out)["paragraphs"][1]
    assert (code["source"], code["target"]) == ("das = haus", "")


def test_warnings_go_to_standard_error(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(b"Ein Satz in der falschen Kodierung \x81 mit einem Zeichen.")
    done = run("translate", file)
    assert done.status == 0
    assert "1 character could not be read" in done.complaint
    assert done.out.startswith("Ein Satz")


# Bad input


def test_missing(run: Run, tmp_path: Path) -> None:
    done = run("translate", tmp_path / "fehlt.txt")
    assert (done.status, done.out) == (1, "")
    assert done.complaint.startswith(f"There is no file {tmp_path / 'fehlt.txt'}. If it was")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\n\n \n", "has no text in it"),
        (b"\x89PNG\r\n\x1a\n", "is not a text: it is a PNG image"),
        (bytes(range(256)) * 20, "is not a text: its bytes are no characters"),
    ],
)
def test_no_text(run: Run, tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "datei\n zwei.txt"
    file.write_bytes(data)
    done = run("translate", file, "-o", tmp_path / "out.txt")
    assert (done.status, done.out) == (1, "")
    assert reason in done.complaint
    assert not (tmp_path / "out.txt").exists()


def test_folder_device_and_huge_file(run: Run, tmp_path: Path) -> None:
    huge = tmp_path / "riesig.txt"
    with huge.open("wb") as sparse:
        sparse.truncate(300_000_000)
    assert "is a folder" in run("translate", tmp_path).complaint
    assert "device or a pipe" in run("translate", "/dev/zero").complaint
    assert "larger than 200 MB" in run("translate", huge).complaint
    assert "Input/output error" in run("translate", "/proc/self/mem").complaint


def test_not_german(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "english.txt"
    file.write_text("The house is old and the garden behind it has been left to itself. " * 4)
    done = run("translate", file)
    assert done.status == 0
    assert "does not look like German" in done.complaint


def test_the_text_itself_is_never_overwritten(
    run: Run, text: Path, tmp_path: Path, shared: Paths
) -> None:
    (tmp_path / "verweis.txt").symlink_to(text)
    os.link(text, tmp_path / "zweiter.txt")
    for output in (text, tmp_path / "verweis.txt", tmp_path / "zweiter.txt"):
        done = run("translate", text, "-o", output)
        assert done.status == 1
        assert "is the text itself" in done.complaint
    with text.open("rb") as stdin:
        done = subprocess.run(
            [*PROGRAM, "translate", "-", "-o", text, "--profile", shared.data],
            stdin=stdin,
            capture_output=True,
            check=False,
        )
    assert done.returncode == 1
    assert text.read_text("utf-8") == SENTENCES


def test_outputs_that_cannot_be(run: Run, text: Path, tmp_path: Path) -> None:
    assert "is a folder" in run("translate", text, "-o", tmp_path).complaint
    assert "no folder" in run("translate", text, "-o", tmp_path / "a" / "b.txt").complaint


def test_an_old_output_is_replaced_whole_and_a_link_followed(
    run: Run, text: Path, tmp_path: Path
) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("alt " * 10_000)
    link.symlink_to(real)
    assert run("translate", text, "-o", link).status == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith(SENTENCES)
    assert "alt alt" not in real.read_text("utf-8")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["haus.txt", "link.txt", "real.txt"]


def test_a_device_is_written_to(run: Run, text: Path) -> None:
    assert run("translate", text, "-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()
    assert "No space left" in run("translate", text, "-o", "/dev/full").complaint


def test_a_profile_that_cannot_be(run: Run, text: Path, tmp_path: Path) -> None:
    from reader.paths import paths

    done = run("translate", text, profile=paths(text / "in" / "a" / "file"))
    assert (done.status, done.out) == (1, "")
    assert done.complaint


def test_notes_of_a_newer_version_are_left_alone_and_the_text_translated(
    run: Run, text: Path, profile: Paths
) -> None:
    import sqlite3

    assert run("translate", text, profile=profile).status == 0
    with sqlite3.connect(profile.notes) as notes:
        notes.execute("PRAGMA user_version = 99")
    notes.close()
    before = profile.notes.read_bytes()
    done = run("translate", text, profile=profile)
    assert done.status == 0
    assert "newer version" in done.complaint
    assert done.out.startswith(SENTENCES)
    assert profile.notes.read_bytes() == before


# Standard output as it really is


def test_a_closed_pipe_ends_quietly(text: Path, shared: Paths) -> None:
    with subprocess.Popen(
        [*PROGRAM, "translate", text, "--profile", shared.data],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


def test_a_full_disk_and_no_output_at_all(text: Path, shared: Paths) -> None:
    command = [*PROGRAM, "translate", text, "--profile", shared.data]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"lesepult: The output cannot be written: No space left on device.\n"
    shell = ["sh", "-c", '"$@" >&-', "sh", *command]
    done = subprocess.run(shell, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"lesepult: There is no standard output")


def test_pipes_get_utf_8_whatever_the_system_says(process: Run, text: Path) -> None:
    done = process("translate", text, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.out.startswith(SENTENCES)


def test_progress_on_a_terminal_only(text: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "translate", text, "--profile", tmp_path / "profile"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
    )
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(SENTENCES)
    assert b"paragraph 0 of 1" in shown
    assert shown.endswith(b"\r")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # how Linux says that nobody is at the other end
        return b""
