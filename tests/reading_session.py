"""A whole reading session without hands, for tests that watch the program from outside.

    python -m tests.reading_session PROFILE

Opens the article, translates it, looks a word up, marks, exports, meets a second start
that brings it a link, and ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from reader import exporters
from reader.app import App, make_application
from reader.model import Colour, Side, Span
from reader.offline import refuse_network
from reader.paths import paths
from reader.services.second_start import SecondStarts, Wish
from tests.qt import wait_for


def meet_a_second_start(app: App, folder: Path) -> None:
    """Another process asks to be led to the text that is open."""
    wishes: list[Wish] = []
    starts = SecondStarts()
    starts.wished.connect(app.windows.receive)
    starts.wished.connect(wishes.append)
    assert starts.listen(paths(folder))
    assert app.session.entry is not None
    link = f"lesepult://open?document={app.session.entry.id}"
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "--profile", str(folder), link]
    ) as second:
        wait_for(lambda: second.poll() is not None, "the end of the second program")
    wait_for(lambda: wishes == [Wish(link)], "the link")
    starts.close()


def main(folder: Path) -> None:
    """Do it all, in the order a reader would."""
    refuse_network()
    make_application()
    app = App(paths(folder), folder)
    app.begin(None)
    session = app.session
    wait_for(lambda: session.entry is not None and session.renderings.engine != "", "the article")
    session.renderings.translate_all()
    wait_for(lambda: session.renderings.waiting == 0, "the English")
    found: list[object] = []
    app.look_up.explained.connect(found.append)
    app.look_up.look_up(0, 4)
    wait_for(lambda: bool(found), "the word")
    session.add_mark(Side.SOURCE, [(0, Span(0, 10))], Colour.BLUE, "a note")
    target = folder / "notes.md"
    app.window.exporting.write(exporters.exporters()["notes-md"], target)
    wait_for(target.exists, "the export")
    meet_a_second_start(app, folder)
    app.window.close()
    app.close()
    sys.stdout.write("ended well\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
