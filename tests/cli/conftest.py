"""The command line, run in this process and in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader import cli
from reader.packages import ready
from reader.paths import Paths, paths

PROGRAM = [sys.executable, "-m", "reader"]


@dataclass(frozen=True)
class Outcome:
    """What a run of the command line left."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        assert self.err.startswith("lesepult: "), self.err
        assert self.err.count("\n") == 1, self.err
        assert self.err.endswith("\n")
        return self.err.removeprefix("lesepult: ").strip()


Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A profile with the model unpacked, for tests that do not mind what others did in it."""
    profile = paths(tmp_path_factory.mktemp("profile"))
    ready(profile)
    return profile


@pytest.fixture
def run(shared: Paths, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `lesepult` in this process, in the shared profile unless another one is named."""

    def lesepult(*arguments: str | Path, profile: Paths = shared) -> Outcome:
        capfd.readouterr()
        status = cli.main([*map(str, arguments), "--profile", str(profile.data)])
        captured = capfd.readouterr()
        return Outcome(status, captured.out, captured.err)

    return lesepult


@pytest.fixture
def process(shared: Paths) -> Run:
    """Runs `lesepult` in a process of its own, whose environment is changed by `env`."""

    def lesepult(
        *arguments: str | Path,
        stdin: bytes = b"",
        env: dict[str, str | None] | None = None,
        profile: Paths | None = shared,
    ) -> Outcome:
        values = {**os.environ, "COLUMNS": "100", **(env or {})}
        done = subprocess.run(
            [*PROGRAM, *arguments, *(["--profile", profile.data] if profile else [])],
            input=stdin,
            env={name: value for name, value in values.items() if value is not None},
            capture_output=True,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return lesepult
