"""Two programs of one profile meet."""

from __future__ import annotations

import socket as sockets
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.paths import Paths, paths
from reader.services.second_start import (
    DONE,
    MOST_BYTES,
    SecondStarts,
    Wish,
    address,
    hand_over,
)
from tests.qt import settle, wait_for

SECOND = """
import sys
from pathlib import Path
from reader.paths import paths
from reader.services.second_start import hand_over
print(hand_over(paths(Path(sys.argv[1])), sys.argv[2]))
"""
SECOND_TEXT = """
import sys
from pathlib import Path
from reader.paths import paths
from reader.services.second_start import hand_over
print(hand_over(paths(Path(sys.argv[1])), "", sys.stdin.buffer.read()))
"""
KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reader.paths import paths
from reader.services.second_start import SecondStarts
app = QCoreApplication([])
starts = SecondStarts()
print(starts.listen(paths(Path(sys.argv[1]))), flush=True)
os._exit(0)
"""


class Told:
    """What a running program hears of second starts."""

    def __init__(self, starts: SecondStarts) -> None:
        self.targets: list[str] = []
        self.texts: list[bytes] = []
        starts.wished.connect(self._wished)

    def _wished(self, wish: Wish) -> None:
        self.targets.append(wish.target)
        self.texts += [wish.text] if wish.text else []


@pytest.fixture
def told(app: QApplication, profile: Paths) -> Iterator[Told]:
    starts = SecondStarts()
    assert starts.listen(profile)
    yield Told(starts)
    starts.close()


def start(profile: Paths, target: str) -> str:
    """What a second start says of whether somebody was there."""
    command = [sys.executable, "-c", SECOND, str(profile.data), target]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        wait_for(lambda: second.poll() is not None, "the end of the second one")
        return second.communicate()[0]


@pytest.mark.parametrize("target", ["", "/tmp/Der Brief – 1.txt", "lesepult://open?document=ab"])
def test_a_second_start_says_what_it_was_to_open(told: Told, profile: Paths, target: str) -> None:
    assert start(profile, target) == "True\n"
    assert told.targets == [target]


def test_a_text_is_handed_over_too(told: Told, profile: Paths) -> None:
    text = "Der Fluß\n".encode("latin-1") * 100_000
    command = [sys.executable, "-c", SECOND_TEXT, str(profile.data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as second:
        assert second.stdin
        second.stdin.write(text)
        second.stdin.close()
        wait_for(lambda: second.poll() is not None, "the end of the second one")
        assert second.stdout
        assert second.stdout.read() == b"True\n"
    assert told.texts == [text]


def test_a_very_long_text_is_left_to_nobody(told: Told, profile: Paths) -> None:
    assert not hand_over(profile, "", bytes(MOST_BYTES))
    assert told.texts == []


def test_another_profile_is_another_program(told: Told, tmp_path: Path) -> None:
    assert not hand_over(paths(tmp_path / "other"), "x")
    assert told.targets == []


def test_nobody_else_may_come_in(told: Told, profile: Paths) -> None:
    assert stat.S_IMODE(Path(address(profile)).stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    "garbage",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n",
        b'{"target": 1, "token": "", "text": ""}\n',
        b'{"target": "", "token": "", "text": "no base 64"}\n',
        b'{"target": "a\\u0000b", "token": "", "text": ""}\n',
        b"[" * 40_000 + b"\n",
        b"\xff\xfe\n",
        b"x" * (2 * MOST_BYTES),
    ],
    ids=["empty", "http", "no text", "no base 64", "NUL", "deep", "no UTF-8", "endless"],
)
def test_garbage_is_harmless(told: Told, profile: Paths, garbage: bytes) -> None:
    with sockets.socket(sockets.AF_UNIX) as rude:
        rude.connect(address(profile))
        rude.setblocking(False)
        with suppress(BlockingIOError, BrokenPipeError, ConnectionResetError):
            rude.sendall(garbage)
        settle(50)
        with suppress(BlockingIOError, ConnectionResetError):
            assert DONE not in rude.recv(100)
    assert start(profile, "/tmp/a.txt") == "True\n"
    assert told.targets == ["/tmp/a.txt"]


def test_what_a_killed_program_left_is_no_hindrance(app: QApplication, profile: Paths) -> None:
    command = [sys.executable, "-c", KILLED, str(profile.data)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "True\n"
    assert Path(address(profile)).exists()
    assert not hand_over(profile, "/tmp/a.txt")
    starts = SecondStarts()
    assert starts.listen(profile)
    assert start(profile, "") == "True\n"
    starts.close()


def test_a_program_that_hangs_is_not_waited_for_for_ever(profile: Paths) -> None:
    with sockets.socket(sockets.AF_UNIX) as silent:
        silent.bind(address(profile))
        silent.listen()
        assert not hand_over(profile, "/tmp/a.txt")
    Path(address(profile)).unlink()
