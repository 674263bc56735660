"""Where everything lives: one place for folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APP = "lesepult"


@dataclass(frozen=True)
class Paths:
    """The folders of one profile; nothing is created before it is needed."""

    data: Path
    cache: Path
    config: Path

    @property
    def notes(self) -> Path:
        return self.data / "notes.db"

    @property
    def translations(self) -> Path:
        return self.cache / "cache.db"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def packages(self) -> Path:
        """Unpacked Argos packages, one folder each."""
        return self.data / "packages"

    @property
    def scratch(self) -> Path:
        """Where libraries that insist on folders of their own may put them."""
        return self.cache / "scratch"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def open_windows(self) -> Path:
        return self.config / "windows.json"

    @property
    def first_sight(self) -> Path:
        """A picture of the page as it was left."""
        return self.cache / "first-sight"


def paths(profile: Path | None = None) -> Paths:
    """The folders of the profile at `profile`, or the platform's usual ones."""
    if profile is not None:
        root = profile.expanduser().absolute()
        return Paths(data=root, cache=root, config=root)
    import platformdirs

    return Paths(
        data=Path(platformdirs.user_data_dir(APP, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(APP, appauthor=False)),
        config=Path(platformdirs.user_config_dir(APP, appauthor=False)),
    )
