"""The promise, watched by the system: a reading session connects to nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# An address of the internet protocols, as strace writes it.
INTERNET = re.compile(r"(connect|sendto|sendmsg)\(.*sa_family=AF_INET")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's")
def test_a_reading_session_connects_to_nothing(tmp_path: Path) -> None:
    assert shutil.which("strace")
    log = tmp_path / "calls"
    watched = "trace=connect,sendto,sendmsg,sendmmsg"
    session = [sys.executable, "-m", "tests.reading_session", str(tmp_path / "profile")]
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", watched, "-o", log, *session],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert done.stdout.endswith("ended well\n"), done.stderr
    calls = log.read_text("utf-8", "replace").split("\n")
    assert [call for call in calls if INTERNET.search(call)] == []


def test_the_watch_sees_a_connection_that_is_made(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    code = (
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    )
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=connect", "-o", log, sys.executable, "-c", code],
        check=True,
    )
    assert any(INTERNET.search(call) for call in log.read_text("utf-8").split("\n"))
