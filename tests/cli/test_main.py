"""What all commands have in common, and what is no command."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import __version__, cli
from reader.__main__ import main
from tests.cli.conftest import Run

NO_DISPLAY = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}


def test_the_commands() -> None:
    assert {"translate", "notes", "check"} <= set(cli.commands())


@pytest.mark.parametrize("command", cli.commands())
def test_help_and_version(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    assert "--profile DIR" in capsys.readouterr().out
    assert cli.main([command, "--version"]) == 0
    assert capsys.readouterr().out == f"Lesepult {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["translate"],
        ["translate", "a", "b"],
        ["translate", "a", "--format", "nix"],
        ["notes"],
        ["notes", "export"],
        ["notes", "nix"],
        ["nix"],
        ["check", "--nix"],
        [],
    ],
)
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: lesepult")


def test_a_fault_of_ours_shows_where(monkeypatch: pytest.MonkeyPatch, article: Path) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("reader.cli.translate.open_document", fail)
    with pytest.raises(ZeroDivisionError):
        cli.main(["translate", str(article)])


def test_help_of_the_program(process: Run) -> None:
    done = process("--help")
    assert done.status == 0
    for word in ("[FILE]", "--profile DIR", "--version", *cli.commands()):
        assert word in done.out
    assert process("--version").out == f"Lesepult {__version__}\n"
    assert process("--nix").status == 2
    assert process("a.txt", "b.txt").status == 2


def test_the_profile_may_come_before_the_command(process: Run, tmp_path: Path) -> None:
    done = process("--profile", tmp_path / "other", "notes", "list", profile=None)
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "other" / "notes.db").exists()


def test_without_a_display_the_text_comes_to_the_terminal(process: Run, article: Path) -> None:
    done = process(env=NO_DISPLAY)
    assert done.status == 0
    assert "no display" in done.complaint
    lines = done.out.splitlines()
    assert lines[0].startswith("In der Region Saporoschje")
    assert max(map(len, lines)) <= 100
    assert len(lines[0]) > 60


def test_a_file_may_be_called_like_a_command(process: Run, tmp_path: Path) -> None:
    file = tmp_path / "translate"
    file.write_text("Das Haus ist alt.", "utf-8")
    done = process(f"{tmp_path}/./translate", env=NO_DISPLAY)
    assert done.out.startswith("Das Haus ist alt.")
    missing = process(tmp_path / "fehlt", env=NO_DISPLAY)
    assert missing.status == 1
    assert "There is no file" in missing.err


@pytest.mark.parametrize(
    ("arguments", "file", "profile"),
    [
        ([], None, None),
        (["a.txt"], "a.txt", None),
        (["./translate"], "./translate", None),
        (["--", "translate"], "translate", None),
        (["--profile", "translate", "check.txt"], "check.txt", "translate"),
        (["check.txt", "--profile=p"], "check.txt", "p"),
    ],
)
def test_everything_else_opens_the_window(
    arguments: list[str],
    file: str | None,
    profile: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from reader import launch

    opened: list[tuple[Path | None, Path | None]] = []

    def window(file: Path | None, profile: Path | None) -> int:
        opened.append((file, profile))
        return 7

    monkeypatch.setattr(launch, "run", window)
    monkeypatch.setattr("reader.__main__.refuse_network", lambda: None)
    monkeypatch.setattr("sys.argv", ["lesepult", *arguments])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main() == 7
    assert opened == [(file, profile and Path(profile))]
