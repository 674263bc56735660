"""What Argos packages can be like, beyond the bundled one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reader.engines import Decoding, Engine, argos, load
from reader.errors import KnownError

ID = "argos:translate-de_en:0.1:00df099b"


@pytest.fixture(scope="session")
def engine(package_folder: Path) -> Engine:
    return load(package_folder, ID)


@pytest.fixture
def copy(package_folder: Path, tmp_path: Path) -> Path:
    """A copy of the bundled package, to be changed."""
    return Path(shutil.copytree(package_folder, tmp_path / "package"))


def _change_metadata(package: Path, **fields: str) -> None:
    file = package / "metadata.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **fields}))


def test_it_translates(engine: Engine) -> None:
    assert engine.translate(["Guten Morgen."], Decoding())[0].text == "Good morning."


def test_underscores_stay(engine: Engine) -> None:
    assert "foo_bar" in engine.translate(["Die Datei heißt foo_bar."], Decoding())[0].text


def test_what_is_cut_off_says_so(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argos, "OUTPUT_RATIO", 0)
    monkeypatch.setattr(argos, "OUTPUT_MARGIN", 4)
    short, long = engine.translate(["Ja.", "Der Hund läuft durch den dunklen Wald."], Decoding())
    assert not short.clipped
    assert long.clipped


def test_the_target_prefix_leads_and_does_not_show(copy: Path) -> None:
    _change_metadata(copy, target_prefix="▁Good")
    candidate = load(copy, ID).translate(["Guten Morgen.", "Guten Abend."], Decoding())
    assert [c.text for c in candidate] == ["morning.", "evening."]


def test_the_target_prefix_is_not_judged(copy: Path, engine: Engine) -> None:
    _change_metadata(copy, target_prefix="▁Good")
    pieces, (row,) = load(copy, ID).likelihoods(["Guten Morgen."], "morning.")
    assert len(row) == len(pieces)
    assert row[0] > engine.likelihoods(["Guten Morgen."], "morning.")[1][0][0]


def test_languages_are_the_packages_own(copy: Path) -> None:
    _change_metadata(copy, from_code="fr", to_code="es")
    engine = load(copy, ID)
    assert (engine.source, engine.target) == ("fr", "es")


def test_a_package_with_a_bpe_tokenizer(copy: Path) -> None:
    """The bundled model, its whole words renamed to what a BPE tokenizer calls them."""
    file = copy / "model" / "shared_vocabulary.json"
    pieces: list[str] = json.loads(file.read_text("utf-8"))
    whole = {piece[1:] for piece in pieces if piece.startswith("▁")}
    renamed = [
        piece[1:]
        if len(piece) > 1 and piece.startswith("▁")
        else f"{piece}@@"
        if piece in whole
        else piece
        for piece in pieces
    ]
    file.write_text(json.dumps(renamed), "utf-8")
    merges = [
        f"{word[:end]} {word[end]}{'</w>' if end + 1 == len(word) else ''}"
        for word in ("Der", "Hund", "ist", "alt")
        for end in range(1, len(word))
    ]
    (copy / "bpe.model").write_text("#version: 0.2\n" + "\n".join(merges) + "\n", "utf-8")
    (copy / "sentencepiece.model").unlink()
    engine = load(copy, ID)
    assert engine.size("Der Hund ist alt.") == 5
    assert engine.translate(["Der Hund ist alt."], Decoding())[0].text == "The dog is old."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("metadata.json", b"{"),
        ("metadata.json", b"[]"),
        ("metadata.json", b"{}"),
        ("sentencepiece.model", b"no model"),
        ("model/model.bin", b""),
        ("model/model.bin", b"\x06\0\0\0 no model"),
        ("model/shared_vocabulary.json", b"{"),
    ],
)
def test_a_damaged_package_is_refused_with_its_name(copy: Path, name: str, content: bytes) -> None:
    (copy / name).write_bytes(content)
    with pytest.raises(KnownError, match="package"):
        load(copy, ID)


@pytest.mark.parametrize(
    "name", ["metadata.json", "sentencepiece.model", "model/model.bin", "model/config.json"]
)
def test_a_package_that_lacks_a_file_is_refused(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(KnownError):
        load(copy, ID)
