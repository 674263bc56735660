"""What is installed is whole, and the two commands of the README do what they say."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[1]
MODEL = "model/translate-de_en-0_1.argosmodel"


def test_every_package_is_packed() -> None:
    """The list in pyproject.toml is written by hand, as two packages lie outside `reader/`."""
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    listed = set(settings["tool"]["setuptools"]["packages"])
    found = {
        ".".join(file.parent.relative_to(CHECKOUT).parts)
        for file in (CHECKOUT / "reader").rglob("__init__.py")
    }
    assert listed == found | {"reader.resources", "reader.seeds"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that the build leaves nothing in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "checkout"
    for name in ("reader", "resources", "seeds", "packaging"):
        shutil.copytree(CHECKOUT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(CHECKOUT / name, copy)
    pip(sys.executable, "wheel", "--no-build-isolation", "--wheel-dir", str(folder), str(copy))
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_is_whole(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
        model = archive.read(f"reader/resources/{MODEL}")
    assert {name for name in inside if name.startswith("reader/")} == {
        *files_below("reader"),
        *(f"reader/{name}" for name in files_below("resources")),
        *(f"reader/{name}" for name in files_below("seeds")),
    }
    beside = {name.partition(".data/data/")[2] for name in inside}
    assert beside >= {
        "share/applications/lesepult.desktop",
        "share/icons/hicolor/scalable/apps/lesepult.svg",
        "share/metainfo/lesepult.metainfo.xml",
    }
    assert digest(model) == digest((CHECKOUT / "resources" / MODEL).read_bytes())


def test_installed_program_translates(wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel it runs outside the checkout, with the bundled model."""
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    scripts = environment / "bin"
    pip(str(scripts / "python"), "install", str(wheel))
    # The libraries are those of the tests; a line in a .pth file runs no other .pth file,
    # so the checkout that is installed there stays out.
    (site,) = environment.glob("lib/python3*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    text = tmp_path / "text.txt"
    text.write_text("Das Haus ist alt. Der Garten ist groß.", "utf-8")

    def lesepult(*arguments: str | Path) -> str:
        return subprocess.run(
            [scripts / "lesepult", *arguments, "--profile", tmp_path / "profile"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    document = json.loads(lesepult("translate", text, "--format", "json"))
    (paragraph,) = document["paragraphs"]
    assert [pair["source"].strip() for pair in paragraph["sentences"]] == [
        "Das Haus ist alt.",
        "Der Garten ist groß.",
    ]
    assert "house" in paragraph["target"]
    assert "garden" in paragraph["target"]
    assert lesepult("check")


def pip(python: str, *arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--python", python, *arguments]
    subprocess.run([*command, "--quiet", "--no-deps", "--no-index"], check=True)


def files_below(folder: str) -> set[str]:
    top = CHECKOUT / folder
    return {
        f"{folder}/{file.relative_to(top).as_posix()}"
        for file in top.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Machine:
    """A checkout on a machine where every command that would change it is a stand-in.

    The stand-ins write down how they were called. By default the user is not root, has
    no sudo, and nothing is missing.
    """

    REAL = "cat chmod cksum cp dirname env find grep mkdir sed sh sort touch tr true uname".split()

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "my checkout"
        self.log = folder / "log"
        self.log.touch()
        self._commands = folder / "commands"
        self._commands.mkdir()
        shutil.copytree(CHECKOUT / "packaging", self.checkout / "packaging")
        shutil.copy(CHECKOUT / "pyproject.toml", self.checkout)
        fonts = folder / ".fonts"
        fonts.mkdir()
        (fonts / "CharisSIL-Regular.ttf").touch()
        self._environment = {
            "HOME": str(folder),
            "PATH": str(self._commands),
            "LOG": str(self.log),
        }
        for name in self.REAL:
            (self._commands / name).symlink_to(shutil.which(name) or "")
        self.command("python3", self.python(""))
        self.command("apt-get")
        self.command("ldd", "echo 'libEGL.so.1 => /usr/lib/libEGL.so.1 (0x1)'")
        self.command("id", "echo 1000")
        self.command("sudo", "exit 1")

    @staticmethod
    def python(body: str) -> str:
        """A Python that makes environments: with `-m venv FOLDER` a copy of itself there."""
        return (
            body
            + """
            case "$*" in
            *" venv "*)
                for folder; do :; done
                mkdir -p "$folder/bin" "$folder/lib/python3.11/site-packages/PySide6"
                cp "$0" "$folder/bin/python"
                printf '#!/bin/sh\\nprintf "<%%s>" "$PWD" "$@"\\n' >"$folder/bin/lesepult"
                chmod +x "$folder/bin/lesepult"
            esac"""
        )

    def command(self, name: str, body: str = "") -> None:
        file = self._commands / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >>"$LOG"\n{body}\n')
        file.chmod(0o755)

    def without(self, name: str) -> None:
        (self._commands / name).unlink()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("")
        return subprocess.run(
            ["sh", self.checkout / "packaging" / "run.sh", *arguments],
            cwd=self.checkout.parent,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, name: str) -> list[str]:
        return [line for line in self.log.read_text().splitlines() if name in line]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_first_start_sets_up_and_passes_arguments_on(machine: Machine) -> None:
    done = machine.run("a file.txt", "*")

    assert done.returncode == 0
    assert done.stdout == f"<{machine.checkout.parent}><a file.txt><*>"
    (install,) = machine.calls("pip install")
    assert "--constraint packaging/constraints.txt --editable ." in install
    assert not machine.calls("apt-get")


def test_second_start_sets_up_nothing(machine: Machine) -> None:
    machine.run()
    machine.run()
    assert machine.log.read_text() == ""


@pytest.mark.parametrize("file", ["pyproject.toml", "packaging/constraints.txt"])
def test_change_of_requirements_sets_up_again(machine: Machine, file: str) -> None:
    machine.run()
    with (machine.checkout / file).open("a") as requirements:
        requirements.write("\n# changed\n")
    machine.run()
    assert machine.calls("pip install")
    assert not machine.calls(" -m venv ")


def test_moved_checkout_sets_up_again(machine: Machine) -> None:
    """Scripts of an environment know it by its place."""
    machine.run()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("elsewhere"))
    machine.run()
    assert machine.calls("pip install")


def test_failed_set_up_is_not_taken_for_done(machine: Machine) -> None:
    machine.command("python3", machine.python('case "$*" in *" install "*) exit 1; esac'))
    assert machine.run().returncode == 1
    assert machine.run().returncode == 1


def test_without_python_says_what_to_install(machine: Machine) -> None:
    machine.without("python3")
    done = machine.run()
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "apt-get install python3" in done.stderr


def test_older_python_is_passed_over(machine: Machine) -> None:
    machine.command("python3", "exit 1")
    machine.command("python3.12", machine.python(""))
    assert machine.run().returncode == 0
    assert machine.calls("python3.12 -m venv")


def test_python_without_ensurepip_uses_the_systems_pip(machine: Machine) -> None:
    """Debian keeps ensurepip in a package of its own."""
    machine.command("python3", machine.python('case "$*" in *ensurepip*) exit 1; esac'))
    assert machine.run().returncode == 0
    assert machine.calls("--without-pip")
    assert machine.calls("-m pip --python .venv/bin/python install")


def test_python_without_any_pip_says_what_to_install(machine: Machine) -> None:
    no_pip = 'case "$*" in *print*) echo python3.11-venv; exit;; *pip*) exit 1;; esac'
    machine.command("python3", machine.python(no_pip))
    done = machine.run()
    assert done.returncode == 1
    assert "apt-get install --no-install-recommends python3.11-venv" in done.stderr


LACKING = "echo 'libEGL.so.1 => not found'; echo 'libGL.so.1 => not found'"


def test_missing_libraries_are_named_in_one_command(machine: Machine) -> None:
    machine.command("ldd", LACKING)
    for done in (machine.run(), machine.run()):
        assert done.returncode == 0
        assert "sudo apt-get install --no-install-recommends libdbus-1-3 libegl1" in done.stderr
        assert done.stdout
        assert not machine.calls("apt-get install")


@pytest.mark.parametrize(
    ("command", "body"),
    [("id", "echo 0"), ("sudo", '[ "$1" = -n ] && shift && exec "$@"')],
    ids=["root", "sudo"],
)
def test_missing_libraries_are_installed(machine: Machine, command: str, body: str) -> None:
    installed = machine.checkout.parent / "installed"
    machine.command("ldd", f'[ -e "{installed}" ] || {{ {LACKING}; }}')
    machine.command("apt-get", f'case "$*" in *install*) touch "{installed}"; esac')
    machine.command(command, body)

    assert machine.run().returncode == 0
    assert [call for call in machine.calls("apt-get install") if "libegl1" in call]
    machine.run()
    assert machine.log.read_text() == ""


def test_failing_package_manager_does_not_stop_the_start(machine: Machine) -> None:
    machine.command("ldd", LACKING)
    machine.command("id", "echo 0")
    machine.command("apt-get", "exit 100")
    assert machine.run().returncode == 0


def test_system_without_apt_is_told_the_libraries(machine: Machine) -> None:
    machine.command("ldd", LACKING)
    machine.without("apt-get")
    done = machine.run()
    assert done.returncode == 0
    assert "libEGL.so.1 libGL.so.1" in done.stderr
