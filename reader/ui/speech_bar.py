"""Reading aloud: the bar below the page, and the sentence that is lit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider

from reader.model import SentencePair, Side, Span
from reader.ui.icons import icon
from reader.ui.lights import Lit
from reader.ui.selection import Spot
from reader.ui.widgets import FAINT, label, tool_button

if TYPE_CHECKING:
    from reader.services.speech import Speech
    from reader.ui.window import Window

SLIDER_WIDTH = 130


class SpeechBar(QFrame):
    """Shown while a voice speaks or pauses.

    The voice is looked for when it is first asked for: most readers never do. `command`
    is what starts it, if not the usual one of the system.
    """

    def __init__(self, window: Window, command: Sequence[str] = ()) -> None:
        super().__init__()
        self.setObjectName("find_bar")
        self._window = window
        self._command = command
        self._made: Speech | None = None
        self._toggle = tool_button(self.tr("Pause"), "pause")
        self._skip = tool_button(self.tr("Next sentence"), "skip")
        self._stop = tool_button(self.tr("Stop reading aloud"), "stop")
        self._speed = QSlider(Qt.Orientation.Horizontal)
        self._speed.setRange(-10, 10)
        self._speed.setPageStep(2)
        self._speed.setFixedWidth(SLIDER_WIDTH)
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.setToolTip(self.tr("Speed"))
        self._speed.setValue(window.preferences.values.speech_speed)
        self._told = label("", FAINT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self._toggle)
        layout.addWidget(self._skip)
        layout.addWidget(self._stop)
        layout.addSpacing(12)
        layout.addWidget(label(self.tr("Slower"), FAINT))
        layout.addWidget(self._speed)
        layout.addWidget(label(self.tr("Faster"), FAINT))
        layout.addSpacing(12)
        layout.addWidget(self._told)
        layout.addStretch(1)
        self._toggle.clicked.connect(self.toggle)
        self._skip.clicked.connect(self.skip)
        self._stop.clicked.connect(self.stop)
        self._speed.valueChanged.connect(self._speed_chosen)
        self.hide()

    def toggle(self) -> None:
        """Read from the caret on; or pause; or speak on."""
        from reader.services.speech import Saying

        speech = self._speech()
        if speech.saying is Saying.SPEAKING:
            speech.pause()
        elif speech.saying is Saying.PAUSED:
            speech.go_on()
        elif (at := self._window.view.selection) is not None:
            offset = at.first.offset if at.side is Side.SOURCE else 0
            speech.start(at.first.row, offset)

    def skip(self) -> None:
        """Go on with the next sentence."""
        if self._made is not None:
            self._made.skip()

    def stop(self) -> None:
        if self._made is not None:
            self._made.stop()

    def end(self) -> None:
        """Be silent for good: the window is gone."""
        if self._made is not None:
            self._made.close()

    def hurry(self, steps: int) -> None:
        """Speak that much faster, or slower."""
        self._speed.setValue(self._speed.value() + steps)

    def _speech(self) -> Speech:
        if self._made is None:
            from reader.services.speech import Speech
            from reader.services.voice import Voice, command

            voice = Voice(self._command or command(), self)
            self._made = Speech(self._window.session, voice, self)
            self._made.set_speed(self._speed.value())
            self._made.changed.connect(self._changed)
            self._made.trouble.connect(self._window.report)
        return self._made

    def _speed_chosen(self, steps: int) -> None:
        self._window.preferences.change(speech_speed=steps)
        if self._made is not None:
            self._made.set_speed(steps)

    def _changed(self) -> None:
        from reader.services.speech import Saying

        speech = self._speech()
        view = self._window.view
        speaking = speech.saying is Saying.SPEAKING
        self._toggle.setIcon(icon("pause" if speaking else "play"))
        words = self.tr("Pause") if speaking else self.tr("Go on")
        self._toggle.setToolTip(words)
        self._toggle.setAccessibleName(words)
        self._told.setText("" if speaking else self.tr("Paused"))
        utterance = speech.utterance
        self.setVisible(utterance is not None)
        if utterance is None:
            view.set_spoken(None)
            return
        row, span = utterance.row, utterance.span
        pair = view.session.renderings.pair_at(row, Side.SOURCE, span.start)
        view.set_spoken(Lit(row, pair or SentencePair(span, Span(0, 0))))
        if speaking:
            view.show_spot(Side.SOURCE, Spot(row, span.end))
            view.show_spot(Side.SOURCE, Spot(row, span.start))
