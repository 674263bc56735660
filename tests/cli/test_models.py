"""`lesepult models`, with the real model in a real profile, and a server of our own."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader import packages
from reader.packages import catalogue
from reader.paths import Paths
from tests.cli.conftest import Run

BUNDLED = "translate-de_en-0.1-00df099b"


@pytest.fixture
def other(package_folder: Path, tmp_path: Path) -> Path:
    """The bundled package as if it were a newer one, in a folder."""
    folder = Path(shutil.copytree(package_folder, tmp_path / "other"))
    file = folder / "metadata.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "package_version": "0.2"}))
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (http.server's word)
        """Says nothing."""


@pytest.fixture
def server(package_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server that has the bundled package, and an index of it."""
    folder = tmp_path / "server"
    folder.mkdir()
    shutil.copy(package_file, folder / "model.argosmodel")
    entry = {"package_version": "2.0", "from_code": "fr", "to_code": "en", "from_name": "French"}
    links = ["https://example.org/translate-fr_en-2_0.argosmodel"]
    (folder / "index.json").write_text(
        json.dumps([{**entry, "to_name": "English", "links": links}])
    )
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_the_bundled_one_is_listed_from_the_beginning(run: Run, profile: Paths) -> None:
    outcome = run("models", "list", profile=profile)
    assert outcome.status == 0
    assert f"* {BUNDLED}" in outcome.out
    assert "11 MB" in outcome.out
    assert "00df099b48247f0c  bundled" in outcome.out
    assert "German → English" in outcome.out
    assert catalogue.KNOWN.address in outcome.out


def test_a_model_is_installed_used_given_up_and_removed(
    run: Run, profile: Paths, other: Path
) -> None:
    assert run("models", "list", profile=profile).status == 0
    assert run("models", "install", other, profile=profile).status == 0
    assert packages.ready(profile).version == "0.2"
    assert run("models", "use", BUNDLED, profile=profile).status == 0
    assert packages.ready(profile).version == "0.1"
    outcome = run("models", "list", profile=profile)
    assert f"* {BUNDLED}" in outcome.out
    assert "  translate-de_en-0.2-00df099b" in outcome.out
    assert run("models", "remove", "translate-de_en-0.2", profile=profile).status == 0
    assert [package.version for package in packages.installed(profile)] == ["0.1"]


def test_a_name_that_fits_two_models_is_refused(run: Run, profile: Paths, other: Path) -> None:
    run("models", "list", profile=profile)
    run("models", "install", other, profile=profile)
    outcome = run("models", "remove", "translate-de_en", profile=profile)
    assert outcome.status == 1
    assert "more than one" in outcome.complaint
    assert len(packages.installed(profile)) == 2


@pytest.mark.parametrize("action", ["use", "remove"])
def test_a_model_that_is_not_there_is_named(run: Run, profile: Paths, action: str) -> None:
    outcome = run("models", action, "translate-xx_en", profile=profile)
    assert outcome.status == 1
    assert "translate-xx_en is no installed model" in outcome.complaint


def test_what_is_no_package_is_refused_by_name(run: Run, profile: Paths, tmp_path: Path) -> None:
    (tmp_path / "notes.argosmodel").write_text("Einkaufsliste")
    for source in (tmp_path / "notes.argosmodel", tmp_path / "missing.argosmodel", "Hund"):
        outcome = run("models", "install", source, profile=profile)
        assert outcome.status == 1
        assert Path(source).name in outcome.complaint
    assert packages.installed(profile) == []


def test_a_model_is_loaded_checked_and_used(
    run: Run,
    profile: Paths,
    server: str,
    package_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = package_file.read_bytes()
    address = f"{server}/model.argosmodel"
    offer = replace(
        catalogue.KNOWN,
        address=address,
        size=len(data),
        checksum=hashlib.sha256(data).hexdigest(),
    )
    monkeypatch.setattr(catalogue, "KNOWN", offer)
    outcome = run("models", "install", "de-en", profile=profile)
    assert outcome.status == 0, outcome.err
    assert packages.ready(profile).origin == address
    monkeypatch.setattr(catalogue, "KNOWN", replace(offer, checksum="0" * 64))
    outcome = run("models", "install", "de-en", profile=profile)
    assert "not the file it should be" in outcome.complaint


def test_the_index_is_loaded_when_it_is_asked_for(
    run: Run, profile: Paths, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "INDEX", f"{server}/index.json")
    outcome = run("models", "list", "--online", profile=profile)
    assert "fr-en    2.0    French → English" in outcome.out
    outcome = run("models", "install", "xx-en", profile=profile)
    assert "no model for xx-en" in outcome.complaint
    monkeypatch.setattr(catalogue, "INDEX", f"{server}/gone.json")
    assert "cannot be loaded" in run("models", "list", "--online", profile=profile).complaint
