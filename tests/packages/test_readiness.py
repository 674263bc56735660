"""Which package translates."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader import packages
from reader.errors import KnownError
from reader.packages import installation, readiness, ready
from reader.paths import Paths
from tests.packages.samples import files, metadata, pack


def _install(tmp_path: Path, profile: Paths, **fields: object) -> packages.Package:
    name = "-".join(str(field) for field in fields.values()) or "plain"
    content = files(metadata=metadata(**fields), model=name.encode())
    return packages.install(pack(tmp_path / f"{name}.argosmodel", content), profile)


def test_the_bundled_one_is_unpacked_on_first_use(profile: Paths) -> None:
    package = ready(profile)
    assert package.engine == "argos:translate-de_en:0.1:00df099b"
    assert package.origin == "bundled"
    assert packages.damage(package) == ""
    assert ready(profile) == package


def test_the_newest_is_used_until_one_is_chosen(tmp_path: Path, profile: Paths) -> None:
    old = _install(tmp_path, profile, package_version="1.9")
    new = _install(tmp_path, profile, package_version="1.10")
    assert packages.installed(profile) == [old, new]
    assert ready(profile) == new
    packages.use(profile, old)
    assert ready(profile) == old
    packages.remove(profile, old)
    assert ready(profile) == new
    packages.remove(profile, new)
    assert ready(profile).origin == "bundled"


def test_each_pair_of_languages_has_its_own(tmp_path: Path, profile: Paths) -> None:
    german = _install(tmp_path, profile)
    french = _install(tmp_path, profile, from_code="fr")
    packages.use(profile, french)
    packages.use(profile, german)
    assert ready(profile, "fr", "en") == french
    assert ready(profile) == german


def test_no_package_for_a_pair_is_told(profile: Paths) -> None:
    with pytest.raises(KnownError, match="“fr” to “de”"):
        ready(profile, "fr", "de")


def test_where_no_package_leads_straight_the_way_is_over_english(
    tmp_path: Path, profile: Paths
) -> None:
    onward = _install(tmp_path, profile, from_code="en", to_code="fr")
    german, french = packages.route(profile, "de", "fr")
    assert german.origin == "bundled"
    assert french == onward
    assert packages.route(profile, "de") == (german,)
    assert packages.route(profile, "en", "fr") == (onward,)
    straight = _install(tmp_path, profile, from_code="de", to_code="fr")
    assert packages.route(profile, "de", "fr") == (straight,)
    with pytest.raises(KnownError, match="“es” to “en”"):
        packages.route(profile, "es", "fr")


def test_a_damaged_bundled_one_is_unpacked_again(profile: Paths) -> None:
    package = ready(profile)
    (package.folder / "model" / "model.bin").unlink()
    assert ready(profile) == package
    assert packages.damage(package) == ""


def test_a_damaged_one_of_the_users_is_named(tmp_path: Path, profile: Paths) -> None:
    package = _install(tmp_path, profile)
    (package.folder / "model" / "model.bin").write_bytes(b"")
    with pytest.raises(KnownError, match=r"translate-de_en 1\.3 is damaged"):
        ready(profile)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"de-en": 7}', b'{"de-en": "gone"}', b"\xff"])
def test_a_damaged_choice_is_no_choice(tmp_path: Path, profile: Paths, content: bytes) -> None:
    package = _install(tmp_path, profile)
    (profile.packages / "in-use.json").write_bytes(content)
    assert ready(profile) == package


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"files": {"a": 1}}', b"\xff"])
def test_a_folder_without_a_sound_record_is_no_package(profile: Paths, content: bytes) -> None:
    (profile.packages / "foreign").mkdir(parents=True)
    (profile.packages / "foreign" / "lesepult.json").write_bytes(content)
    assert packages.installed(profile) == []


def test_a_removed_package_is_gone_with_its_choice(tmp_path: Path, profile: Paths) -> None:
    package = _install(tmp_path, profile)
    packages.use(profile, package)
    packages.remove(profile, package)
    packages.remove(profile, package)
    assert not package.folder.exists()
    assert [p.name for p in profile.packages.iterdir()] == ["in-use.json"]


def test_a_changed_bundled_file_is_refused(
    package_file: Path, tmp_path: Path, profile: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(package_file.read_bytes())
    data[len(data) // 2] ^= 1
    changed = tmp_path / "changed.argosmodel"
    changed.write_bytes(data)
    for module in (installation, readiness):
        monkeypatch.setattr(module, "bundled", lambda: changed)
    with pytest.raises(KnownError, match="comes with the program"):
        ready(profile)
    shutil.copy(package_file, changed)
    assert ready(profile).origin == "bundled"
