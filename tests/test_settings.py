"""Settings: kept, and never in the way."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import settings
from reader.errors import KnownError
from reader.paths import Paths, paths
from reader.settings import Settings


def put(profile: Paths, content: bytes | str) -> None:
    profile.settings.parent.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    profile.settings.write_bytes(data)


def test_a_new_profile_has_the_usual_ones(profile: Paths) -> None:
    assert settings.load(profile) == Settings()
    assert not profile.config.exists()


def test_what_is_saved_is_loaded(profile: Paths) -> None:
    chosen = Settings(
        theme="sepia", font_size=17, ratio=0.4, read_ahead=False, last_folder="/Bücher"
    )
    settings.save(Settings(), profile)
    settings.save(chosen, profile)
    assert settings.load(profile) == chosen
    assert [file.name for file in profile.config.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", ["", "{", "null", "[]", "3", '"x"', b"\xff\xfe\x00", "[" * 100_000, "{'a': 1}"]
)
def test_a_broken_file_is_set_aside(profile: Paths, content: bytes | str) -> None:
    put(profile, content)
    before = profile.settings.read_bytes()
    assert settings.load(profile) == Settings()
    assert not profile.settings.exists()
    assert profile.settings.with_name("settings.json.broken").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", 3),
        ("theme", None),
        ("font_size", "13"),
        ("font_size", 13.5),
        ("font_size", True),
        ("font_size", 0),
        ("font_size", 10**400),
        ("read_ahead", 1),
        ("ratio", 7.0),
        ("ratio", -0.5),
        ("ratio", float("nan")),
        ("ratio", float("inf")),
        ("panel_width", -1),
        ("geometry", ["x"]),
        ("line_spacing", {}),
    ],
)
def test_a_wrong_value_costs_only_itself(profile: Paths, name: str, value: object) -> None:
    put(profile, json.dumps({"last_folder": "/Bücher", name: value, "from_the_future": [1]}))
    assert settings.load(profile) == Settings(last_folder="/Bücher")


def test_a_file_that_cannot_be_read_is_as_none(profile: Paths) -> None:
    profile.settings.mkdir(parents=True)
    assert settings.load(profile) == Settings()


def test_a_disk_that_refuses_is_named(profile: Paths) -> None:
    profile.config.write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="settings"):
        settings.save(Settings(), profile)
    blocked = paths(profile.config.parent / "other")
    blocked.settings.mkdir(parents=True)
    with pytest.raises(KnownError, match="settings"):
        settings.save(Settings(), blocked)
    assert list(blocked.config.iterdir()) == [blocked.settings]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(values=st.dictionaries(st.sampled_from(sorted(asdict(Settings()))), JSON))
def test_any_values_are_settings(
    values: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    profile = paths(tmp_path_factory.mktemp("profile"))
    put(profile, json.dumps(values))
    loaded = settings.load(profile)
    types = {name: type(value) for name, value in asdict(Settings()).items()}
    assert {name: type(value) for name, value in asdict(loaded).items()} == types
    settings.save(loaded, profile)
    assert settings.load(profile) == loaded
