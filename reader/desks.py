"""All windows of the program: which there are, what they show, and how they come back."""

from __future__ import annotations

import importlib.resources
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QWindow

from reader.desk import Desk, Shared
from reader.errors import KnownError
from reader.model import Entry
from reader.phrases import Phrase
from reader.services import open_windows
from reader.services.changes import Changes
from reader.services.jobs import Err, Ok
from reader.services.links import is_link, parse
from reader.services.open_windows import OpenWindow
from reader.services.opening import Opening, Reading
from reader.services.second_start import Wish
from reader.ui import first_sight
from reader.ui.window import Window

BESIDE = 28  # pixels that a new window lies right and below of the one before it

Then = Callable[[Window], object]
"""What is to be done in the window that shows a text at last."""


def _nothing(_window: Window) -> None:
    pass


class Desks:
    """The windows, the one in front first; there is always one.

    `common` gives what they share, once; with a `problem` nothing can be kept. The first one
    is `window`, if there is one. `again` says that they have closed to open anew.
    """

    def __init__(
        self,
        common: Callable[[Desks], Shared],
        problem: KnownError | None,
        window: Window | None = None,
    ) -> None:
        self._common = common(self)
        self._problem = problem
        self._paths = self._common.paths
        self._store = self._common.store
        self._jobs = self._common.jobs
        self._models = self._common.models
        self._opening = Opening(self._paths, keeps=problem is None)
        self._quitting = False
        self._reading = 0  # how many texts are read now
        self._failed = False  # one of them, which was told
        self.again = False
        self.all: list[Desk] = []
        self._add_desk(window)
        _application().focusWindowChanged.connect(self._focus_changed)

    @property
    def front(self) -> Desk:
        return self.all[0]

    def begin(self, file: Path | None = None, link: str = "", text: bytes = b"") -> None:
        """Show that file or text or what the link leads to, and the windows of the last time."""
        first = self.front
        left = self._left_open(but=file)
        is_taken = file is not None or bool(text)
        if left and not is_taken:
            self._place(first, left[0][1])
        self._show(first)
        if self._problem is not None:
            first.window.report_damage(self._problem)
        if file is not None:
            self.open_path(file, first.window)
        elif text:
            self._open_input(text, first)
        elif not left:
            self._begin_anew()
        for number, (entry, geometry) in enumerate(left):
            desk = first
            if number or is_taken:
                desk = self._add_desk(front=False)
                self._place(desk, geometry)
                self._show(desk)
            self._open(desk, partial(self._opening.entry, entry))
        if link:
            self._jobs.run(lambda: None, lambda _: self.open_link(link))  # after what was left open
        first.window.activateWindow()

    def receive(self, wish: Wish) -> None:
        """Do what a second start was to do: open something, or come forward."""
        if wish.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = wish.token  # Qt shows it to the desktop
        self.front.window.come_forward()  # before what may open in front of it
        if is_link(wish.target):
            self.open_link(wish.target)
        elif wish.target:
            self._open_path(Path(wish.target), self._empty_desk())
        elif wish.text:
            self._open_input(wish.text, self._empty_desk())

    def open_link(self, link: str) -> None:
        """Open the document that a link leads to, at its mark."""
        self.front.window.attempt(lambda: self._follow(link))

    def close(self) -> None:
        """End what runs beside each window."""
        _application().focusWindowChanged.disconnect(self._focus_changed)
        for desk in self.all:
            desk.close()

    # -- what the windows ask for ----------------------------------------------

    def open_path(self, path: Path, window: Window) -> None:
        self._open_path(path, self._desk(window))

    def open_paths(self, paths: Sequence[Path], window: Window) -> None:
        for number, path in enumerate(paths):
            self._open_path(path, None if number else self._desk(window))

    def open_document(
        self, document: str, window: Window | None, then: Callable[[Window], object]
    ) -> None:
        entry = self._store.library.find(document)
        if entry is None:
            raise KnownError(Phrase("This document is not in the library any more."))
        self._open_entry(entry, self._desk(window) if window else self._empty_desk(), then)

    def open_entries(self, entries: Sequence[Entry], window: Window) -> None:
        for number, entry in enumerate(entries):
            self._open_entry(entry, None if number else self._desk(window))

    def open_copied(self, html: str, plain: str, window: Window) -> None:
        self._open(self._desk(window), lambda: self._opening.clipboard(html, plain))

    def new_window(self) -> None:
        self._desk_beside().window.library.show()

    def window_closed(self, window: Window) -> None:
        desk = self._desk(window)
        if self._quitting or len(self.all) == 1:
            self._keep_windows()  # they come back at the next start
            self._keep_sight(desk)
            return
        self.all.remove(desk)
        desk.close()
        window.deleteLater()
        self._keep_windows()

    def quit(self) -> None:
        self._quitting = True
        self._keep_windows()
        self._quitting = all(desk.window.close() for desk in tuple(self.all))

    def save_typed(self) -> bool:
        return all(desk.window.panel.editor.save() for desk in self.all)

    def start_again(self) -> None:
        self.again = True
        self.quit()
        self.again = self._quitting

    # -- desks -------------------------------------------------------------------

    def _add_desk(self, window: Window | None = None, *, front: bool = True) -> Desk:
        desk = Desk(self._common, window)
        self.all.insert(0 if front else len(self.all), desk)
        desk.routed.connect(self._routed)
        desk.session.changed.connect(self._session_changed)
        return desk

    def _desk_beside(self) -> Desk:
        """A new window, a little beside the one in front."""
        before = self.front.window
        desk = self._add_desk()
        desk.window.resize(before.size())
        desk.window.move(before.pos().x() + BESIDE, before.pos().y() + BESIDE)
        self._show(desk)
        return desk

    def _place(self, desk: Desk, geometry: str) -> None:
        if not desk.window.isVisible():
            desk.window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def _show(self, desk: Desk) -> None:
        desk.window.show()
        desk.find_route()

    def _desk(self, window: Window) -> Desk:
        return next(desk for desk in self.all if desk.window is window)

    def _raise(self, shows: Callable[[Desk], bool], but: Desk | None = None) -> bool:
        """Bring the window that shows a text to the front; false where there is none."""
        for desk in self.all:
            if desk is not but and desk.session.entry is not None and shows(desk):
                self._to_front(desk)
                desk.window.library.leave()
                desk.window.come_forward()
                return True
        return False

    def _to_front(self, desk: Desk) -> None:
        self.all.remove(desk)
        self.all.insert(0, desk)

    def _focus_changed(self, focused: QWindow | None) -> None:
        for desk in self.all[1:]:
            if focused is not None and desk.window.windowHandle() is focused:
                self._to_front(desk)
                return

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._keep_windows()

    def _routed(self) -> None:
        used = {package.folder: package for desk in self.all for package in desk.route}
        self._models.settle(tuple(used.values()))

    # -- texts --------------------------------------------------------------------

    def _follow(self, address: str) -> None:
        link = parse(address)
        self.open_document(
            link.document, None, lambda w: w.documents.go_to_mark(link.mark) if link.mark else None
        )

    def _empty_desk(self) -> Desk | None:
        """A window that shows no text, to be used for one."""
        return next((desk for desk in self.all if desk.session.entry is None), None)

    def _open_path(self, path: Path, desk: Desk | None) -> None:
        if path.is_dir():
            (desk or self.front).window.library.take_in([path])
            return
        source = str(path.expanduser().resolve())
        if not self._raise(lambda other: other.session.document.source == source, but=desk):
            self._open(desk, lambda: self._opening.file(path))

    def _open_input(self, text: bytes, desk: Desk | None) -> None:
        self._open(desk, lambda: self._opening.input(text))

    def _open_entry(self, entry: Entry, desk: Desk | None, then: Then = _nothing) -> None:
        if self._raise(_shows(entry), but=desk):
            then(self.front.window)
        elif desk is not None and _shows(entry)(desk):
            desk.window.library.leave()
            then(desk.window)
        else:
            self._open(desk, lambda: self._opening.entry(entry), then)

    def _open(self, desk: Desk | None, read: Callable[[], Reading], then: Then = _nothing) -> None:
        """Read a text and show it there, or in a window of its own as soon as it is read."""
        asked = desk or self.front
        if not self._reading:
            self._failed = False
        self._reading += 1
        asked.window.status.begin_opening()
        self._jobs.run(read, partial(self._opened, asked, desk, then))

    def _opened(
        self, asked: Desk, desk: Desk | None, then: Then, outcome: Ok[Reading] | Err
    ) -> None:
        self._reading -= 1
        if not asked.closed:
            asked.window.status.end_opening()
        if desk is not None and desk.closed:
            return
        if isinstance(outcome, Err):
            self._not_opened(desk or self.front, outcome.error)
            return
        found = outcome.value
        # That it is a copy of an open text is known only now.
        if found.entry is not None and self._raise(_shows(found.entry), but=desk):
            desk = self.front
            if desk.session.document.source == found.entry.source:
                then(desk.window)
                return
            # Its file was moved, and it is that one now which may change.
        window = (desk or self._desk_beside()).window
        if window.attempt(lambda: window.show_document(found)):
            then(window)

    def _not_opened(self, desk: Desk, error: KnownError) -> None:
        if desk.session.entry is None:
            desk.window.library.show()
        desk.window.report(error, also=self._failed)
        self._failed = True

    # -- the next start -----------------------------------------------------------

    def _left_open(self, but: Path | None) -> list[tuple[Entry, str]]:
        """The texts that were open at the end, each with the place of its window."""
        without = "" if but is None else str(but.expanduser().resolve())
        found = (
            (self._store.library.find(left.document), left.geometry)
            for left in open_windows.load(self._paths.open_windows)
        )
        return [(e, geometry) for e, geometry in found if e is not None and e.source != without]

    def _keep_windows(self) -> None:
        if self._problem is None:
            windows = [
                OpenWindow(desk.session.entry.id, _geometry(desk.window))
                for desk in self.all
                if desk.session.entry is not None
            ]
            open_windows.save(windows, self._paths.open_windows)

    def _keep_sight(self, desk: Desk) -> None:
        """What the next start shows first, if it begins with this one."""
        if desk is self.front and self._problem is None and not desk.window.library.shown:
            follows = self._common.preferences.values.theme == "system"
            first_sight.keep(desk.window, self._paths.first_sight, follows=follows)

    def _begin_anew(self) -> None:
        """The text that was read last, or the article at the first start."""
        recent = self._store.library.recent(1)
        if recent:
            self._open_entry(recent[0], self.front)
        else:
            self.open_path(bundled_article(), self.front.window)


def bundled_article() -> Path:
    """The article that opens on first start."""
    return Path(str(importlib.resources.files("reader.seeds") / "schuetzenpanzer.txt"))


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application


def _shows(entry: Entry) -> Callable[[Desk], bool]:
    return lambda desk: desk.session.entry is not None and desk.session.entry.id == entry.id


def _geometry(window: Window) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode()
