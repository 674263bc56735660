"""A package is installed whole or not at all, and only what is one."""

from __future__ import annotations

import os
import re
import shutil
import stat
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import packages
from reader.errors import KnownError
from reader.packages import Package, install
from reader.paths import Paths, paths
from reader.translation.trial import try_out
from tests.packages.samples import FILES, files, metadata, pack, unpack


def _shelf(profile: Paths) -> list[str]:
    """All there is in the packages' folder, hidden or not."""
    return sorted(path.name for path in profile.packages.iterdir())


def _refused(source: Path, profile: Paths, reason: str) -> None:
    with pytest.raises(KnownError, match=reason) as caught:
        install(source, profile)
    assert source.name in caught.value.message
    assert _shelf(profile) == []


def test_a_package_file_becomes_a_package(tmp_path: Path, profile: Paths) -> None:
    package = install(pack(tmp_path / "german.argosmodel"), profile)
    assert (package.name, package.version) == ("translate-de_en", "1.3")
    assert (package.source, package.target, package.pair) == ("de", "en", "de-en")
    assert package.origin == "german.argosmodel"
    assert package.size == sum(map(len, FILES.values()))
    assert re.fullmatch(r"argos:translate-de_en:1\.3:[0-9a-f]{8}", package.engine)
    assert {name: (package.folder / name).read_bytes() for name in FILES} == FILES
    assert packages.installed(profile) == [package]
    assert packages.damage(package) == ""


def test_so_does_an_unpacked_folder(tmp_path: Path, profile: Paths) -> None:
    from_folder = install(unpack(tmp_path / "german"), profile)
    assert from_folder.folder.name in _shelf(profile)
    from_file = install(pack(tmp_path / "german.argosmodel"), profile)
    assert from_file == from_folder


def test_what_is_of_no_use_is_left_out(tmp_path: Path, profile: Paths) -> None:
    more = {"stanza/de/tokenize/gsd.pt": b"x", "minisbd/de.onnx": b"x", "setup.py": b"x"}
    package = install(pack(tmp_path / "p.argosmodel", {**FILES, **more}), profile)
    found = {p.relative_to(package.folder).as_posix() for p in package.folder.rglob("*")}
    assert found == {*FILES, "model", "lesepult.json"}


def test_the_place_it_came_from_can_be_told(tmp_path: Path, profile: Paths) -> None:
    package = install(pack(tmp_path / "p.argosmodel"), profile, origin="https://example.org/p")
    assert packages.installed(profile)[0].origin == package.origin == "https://example.org/p"


def test_progress_ends_with_all(tmp_path: Path, profile: Paths) -> None:
    steps: list[tuple[int, int]] = []
    package = install(
        pack(tmp_path / "p.argosmodel"), profile, progress=lambda *step: steps.append(step)
    )
    assert steps[-1] == (package.size, package.size)
    assert steps == sorted(steps)


def test_the_self_test_sees_the_package_and_can_refuse_it(tmp_path: Path, profile: Paths) -> None:
    seen: list[tuple[bool, str]] = []

    def refuse(folder: Path, engine: str) -> NoReturn:
        seen.append(((folder / "model" / "model.bin").is_file(), engine))
        raise KnownError("The model does not translate: it is silent.")

    with pytest.raises(KnownError, match="silent"):
        install(pack(tmp_path / "p.argosmodel"), profile, refuse)
    assert seen[0][0]
    assert seen[0][1].startswith("argos:translate-de_en:1.3:")
    assert _shelf(profile) == []


LINK = (stat.S_IFLNK | 0o777) << 16


def _add(name: str, data: bytes = b"x", mode: int = 0) -> Callable[[zipfile.ZipFile], None]:
    def add(archive: zipfile.ZipFile) -> None:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode
        archive.writestr(entry, data)

    return add


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "translate-de_en-1_3/../../evil",
        "/evil",
        "//evil",
        "translate-de_en-1_3\\..\\evil",
        "C:/evil",
        "translate-de_en-1_3/model/model.bin:stream",
        "..",
        ".",
        "/",
    ],
)
def test_a_path_out_of_the_package_is_refused(tmp_path: Path, profile: Paths, name: str) -> None:
    _refused(pack(tmp_path / "p.argosmodel", then=_add(name)), profile, "outside|one folder")
    assert not list(tmp_path.rglob("evil*"))


def test_a_link_in_the_archive_is_refused(tmp_path: Path, profile: Paths) -> None:
    add = _add("translate-de_en-1_3/model/vocabulary.txt", b"/etc/passwd", LINK)
    _refused(pack(tmp_path / "p.argosmodel", then=add), profile, "link")


def test_a_link_in_a_folder_is_refused(tmp_path: Path, profile: Paths) -> None:
    folder = unpack(tmp_path / "p", files(README=None))
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to("/etc/passwd")
    _refused(folder, profile, "ordinary")


def test_a_bomb_is_refused_before_it_grows(tmp_path: Path, profile: Paths) -> None:
    bomb = files(model=bytes(200_000_000))
    started = time.monotonic()
    packed = pack(tmp_path / "p.argosmodel", bomb)
    packing = time.monotonic() - started
    started = time.monotonic()
    _refused(packed, profile, "grow to 200,000,000 bytes")
    assert time.monotonic() - started < packing


def test_a_bomb_that_lies_about_its_size_is_stopped(tmp_path: Path, profile: Paths) -> None:
    packed = pack(tmp_path / "p.argosmodel", files(model=os.urandom(5_000_000)))
    data = bytearray(packed.read_bytes())
    true, false = struct.pack("<L", 5_000_000), struct.pack("<L", 4_000_000)
    while (place := data.find(true)) >= 0:
        data[place : place + 4] = false
    packed.write_bytes(data)
    _refused(packed, profile, "model.bin")


def test_a_file_larger_than_its_kind_is_refused(tmp_path: Path, profile: Paths) -> None:
    packed = pack(tmp_path / "p.argosmodel", {**FILES, "README.md": os.urandom(1_100_000)})
    _refused(packed, profile, "README.md.*more than such a file can have")


def test_ten_thousand_entries_are_refused(tmp_path: Path, profile: Paths) -> None:
    more = {f"stanza/{number}": b"" for number in range(10_001)}
    _refused(pack(tmp_path / "p.argosmodel", {**FILES, **more}), profile, "entries")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused(tmp_path: Path, profile: Paths) -> None:
    packed = pack(tmp_path / "p.argosmodel", then=_add("translate-de_en-1_3/metadata.json"))
    _refused(packed, profile, "two entries")


def test_overlapping_entries_are_refused(tmp_path: Path, profile: Paths) -> None:
    def overlap(archive: zipfile.ZipFile) -> None:
        first, *_, last = archive.filelist
        last.header_offset = first.header_offset + 4

    _refused(pack(tmp_path / "p.argosmodel", then=overlap), profile, "overlaps")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unusual_packing_is_refused(tmp_path: Path, profile: Paths, method: int) -> None:
    def add(archive: zipfile.ZipFile) -> None:
        archive.writestr("translate-de_en-1_3/x", b"x", method)

    _refused(pack(tmp_path / "p.argosmodel", then=add), profile, "unusual")


def test_an_encrypted_entry_is_refused(tmp_path: Path, profile: Paths) -> None:
    packed = pack(tmp_path / "p.argosmodel")
    data = bytearray(packed.read_bytes())
    place = data.find(b"PK\1\2")
    data[place + 8] |= 1
    packed.write_bytes(data)
    _refused(packed, profile, "encrypted")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (files(metadata=None), "metadata.json"),
        (files(model=None), "model.bin"),
        ({n: c for n, c in FILES.items() if n != "sentencepiece.model"}, "sentencepiece"),
        ({n: c for n, c in FILES.items() if "vocabulary" not in n}, "vocabulary"),
        (files(metadata=b"{"), "cannot be read"),
        (files(metadata=b"[" * 90_000), "cannot be read"),
        (files(metadata=b"\xff\xfe{"), "cannot be read"),
        (files(metadata=b"[]"), "no object"),
        (files(metadata=metadata(type="sbd")), "another type"),
        (files(metadata=metadata(from_code=None)), "from_code"),
        (files(metadata=metadata(from_code="../de")), "from_code"),
        (files(metadata=metadata(to_code=7)), "to_code"),
        (files(metadata=metadata(to_code="de")), "into itself"),
        (files(metadata=metadata(package_version=None)), "version"),
        (files(metadata=metadata(package_version="../1")), "version"),
        (files(metadata=metadata(target_prefix=["x"])), "target_prefix"),
        ({}, "one folder"),
    ],
)
def test_another_shape_is_refused(
    tmp_path: Path, profile: Paths, content: dict[str, bytes], reason: str
) -> None:
    _refused(pack(tmp_path / "p.argosmodel", content), profile, reason)


def test_two_folders_are_refused(tmp_path: Path, profile: Paths) -> None:
    _refused(pack(tmp_path / "p.argosmodel", then=_add("other/x")), profile, "one folder")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\3\4", b"PK\5\6" + bytes(18)])
def test_what_is_no_archive_is_refused(tmp_path: Path, profile: Paths, content: bytes) -> None:
    source = tmp_path / "p.argosmodel"
    source.write_bytes(content)
    _refused(source, profile, "package")


def test_a_missing_file_is_named(tmp_path: Path, profile: Paths) -> None:
    _refused(tmp_path / "p.argosmodel", profile, "no file")


def test_an_empty_folder_is_no_package(tmp_path: Path, profile: Paths) -> None:
    (tmp_path / "p").mkdir()
    _refused(tmp_path / "p", profile, "metadata.json")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_flipped_bit_changes_nothing_that_is_installed(
    tmp_path: Path, profile: Paths, data: st.DataObject
) -> None:
    """It is refused, or it was where nothing is kept (a date, a name nobody reads)."""
    packed = bytearray(pack(tmp_path / "p.argosmodel").read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        packed[data.draw(st.integers(0, len(packed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    (tmp_path / "p.argosmodel").write_bytes(packed)
    try:
        package = install(tmp_path / "p.argosmodel", profile)
    except KnownError:
        return
    for name in package.files:
        assert (package.folder / name).read_bytes() == FILES[name]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 0.999))
def test_a_file_cut_short_is_refused(tmp_path: Path, profile: Paths, cut: float) -> None:
    packed = pack(tmp_path / "p.argosmodel").read_bytes()
    (tmp_path / "p.argosmodel").write_bytes(packed[: int(len(packed) * cut)])
    with pytest.raises(KnownError):
        install(tmp_path / "p.argosmodel", profile)


def test_no_room_is_told_before_anything_is_written(
    tmp_path: Path, profile: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    _refused(pack(tmp_path / "p.argosmodel"), profile, "no room")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file where the folder should be")
    with pytest.raises(KnownError, match=r"p\.argosmodel cannot be installed"):
        install(pack(tmp_path / "p.argosmodel"), paths(tmp_path / "profile"))


def test_what_is_damaged_on_the_shelf_is_replaced(tmp_path: Path, profile: Paths) -> None:
    source = pack(tmp_path / "p.argosmodel")
    package = install(source, profile)
    (package.folder / "model" / "model.bin").write_bytes(b"damaged")
    assert "model.bin" in packages.damage(package)
    assert install(source, profile) == package
    assert packages.damage(package) == ""
    assert _shelf(profile) == [package.folder.name]


def test_leftovers_of_the_killed_are_cleared_and_those_of_the_living_kept(
    tmp_path: Path, profile: Paths
) -> None:
    for name in (".staging-old", ".staging-new"):
        unpack(profile.packages / name)
    (profile.packages / ".staging-file").write_bytes(b"")
    hours_ago = time.time() - 7200
    for name in (".staging-old", ".staging-file"):
        os.utime(profile.packages / name, (hours_ago, hours_ago))
    package = install(pack(tmp_path / "p.argosmodel"), profile)
    assert _shelf(profile) == [".staging-new", package.folder.name]
    assert packages.installed(profile) == [package]


# Installs the second package over and over in a profile that has the first, and says
# before and after each; the test kills it at any moment.
WORKER = """
import sys
from pathlib import Path
from reader import packages
from reader.paths import paths
profile = paths(Path(sys.argv[1]))
while True:
    package = packages.install(Path(sys.argv[2]), profile)
    packages.use(profile, package)
    print(package.folder.name, flush=True)
    packages.remove(profile, package)
"""


def _killed_after(seconds: float, profile: Paths, source: Path) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(profile.data), str(source)], stdout=subprocess.PIPE
    )
    with worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        time.sleep(seconds)
        worker.kill()


def test_killed_at_any_moment_there_is_old_or_new(tmp_path: Path, profile: Paths) -> None:
    old = install(pack(tmp_path / "old.argosmodel"), profile)
    content = files(metadata=metadata(package_version="1.4"), model=os.urandom(300_000))
    source = pack(tmp_path / "new.argosmodel", content)
    rounds = 60 if os.environ.get("LESEPULT_FULL") else 6
    for number in range(rounds):
        _killed_after(0.03 * number / rounds, profile, source)
        found = packages.installed(profile)
        assert old in found
        assert all(packages.damage(package) == "" for package in found)
        assert packages.ready(profile) in found


def test_every_write_that_can_fail_may_fail(
    tmp_path: Path, profile: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The n-th sync, rename or new folder finds the disk full: old or new, and it is told."""
    old = install(pack(tmp_path / "old.argosmodel"), profile)
    source = pack(tmp_path / "new.argosmodel", files(metadata=metadata(package_version="1.4")))
    for number in range(12):
        with monkeypatch.context() as patch:
            left = _fail_at(patch, number)
            with pytest.raises(KnownError, match="No space left"):
                install(source, profile)
        assert left() < 0
        found = packages.installed(profile)
        assert old in found
        assert _shelf(profile) == [package.folder.name for package in found]
        assert all(packages.damage(package) == "" for package in found)
    assert install(source, profile) in packages.installed(profile)


def _fail_at(patch: pytest.MonkeyPatch, number: int) -> Callable[[], int]:
    """Lets that many calls through before the one that fails; gives how many are left."""
    left = number

    def count() -> None:
        nonlocal left
        left -= 1
        if left == -1:
            raise OSError(28, "No space left on device")

    sync, rename, mkdir = os.fsync, Path.rename, Path.mkdir
    patch.setattr(os, "fsync", lambda file: (count(), sync(file))[1])
    patch.setattr(Path, "rename", lambda path, to: (count(), rename(path, to))[1])
    patch.setattr(Path, "mkdir", lambda path, *a, **k: (count(), mkdir(path, *a, **k))[1])
    return lambda: left


class TestTheRealPackage:
    """The bundled one, put through the trial that every other package goes through."""

    def test_it_passes(self, package_file: Path, tmp_path: Path, profile: Paths) -> None:
        source = Path(shutil.copy(package_file, tmp_path / "model.argosmodel"))
        package = install(source, profile, try_out)
        assert package.engine == "argos:translate-de_en:0.1:00df099b"
        assert isinstance(package, Package)

    @pytest.mark.parametrize(
        "damage",
        [
            lambda data: data[:1000],
            lambda data: bytes(len(data)),
            lambda data: data[: len(data) // 2] + bytes(len(data) - len(data) // 2),
            lambda data: data[:200_000] + data[200_000:][::-1],
        ],
        ids=["cut", "zeros", "half zeros", "reversed"],
    )
    def test_a_damaged_model_does_not(
        self,
        package_folder: Path,
        tmp_path: Path,
        profile: Paths,
        damage: Callable[[bytes], bytes],
    ) -> None:
        folder = Path(shutil.copytree(package_folder, tmp_path / "package"))
        model = folder / "model" / "model.bin"
        model.write_bytes(damage(model.read_bytes()))
        with pytest.raises(KnownError, match="does not translate"):
            install(folder, profile, try_out)
        assert _shelf(profile) == []
