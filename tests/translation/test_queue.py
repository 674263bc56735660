"""Who is translated next, and that nobody is forgotten or asked twice."""

from __future__ import annotations

import os
from collections.abc import Iterable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reader.engines import Use, workers
from reader.model import Kind, Paragraph
from reader.translation.queue import LANES, Priority, Progress, Queue, Slice

TWO = {Use.CLICK: 1, Use.PAGE: 1, Use.BOOK: 2}


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(Kind.TEXT, text) for text in texts]


def texts(slices: Iterable[Slice]) -> list[str]:
    return [paragraph.text for each in slices for paragraph in each.paragraphs]


def all_out(queue: Queue) -> list[Slice]:
    """Everything the queue gives until its lanes are full."""
    slices: list[Slice] = []
    while (each := queue.next()) is not None:
        slices.append(each)
    return slices


def test_nothing_wished_nothing_sent() -> None:
    assert Queue().next() is None


def test_the_higher_priority_goes_first() -> None:
    queue = Queue(TWO)
    for priority in reversed(Priority):
        queue.ask(paragraphs(priority.name), priority)
    queue.ask(paragraphs("x" * 50_000, "LATER"), Priority.AHEAD)
    slices = all_out(queue)
    assert texts(slices) == ["CLICK", "VISIBLE", "AHEAD", "x" * 50_000]
    assert [each.use for each in slices] == [Use.CLICK, Use.PAGE, Use.BOOK, Use.BOOK]
    queue.done(slices[-1].id)
    assert texts(all_out(queue)) == ["LATER"]
    queue.done(slices[-2].id)
    assert texts(all_out(queue)) == ["WHOLE"]


def test_a_click_goes_at_once_while_a_book_is_out() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs(*"abc" * 9000), Priority.WHOLE)
    assert all(each.use is Use.BOOK for each in all_out(queue))
    queue.ask(paragraphs("now"), Priority.CLICK)
    assert texts(all_out(queue)) == ["now"]


def test_a_page_goes_at_once_while_a_book_is_out() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs(*"abc" * 9000), Priority.WHOLE)
    book = all_out(queue)
    queue.ask(paragraphs("b", "c", "page"), Priority.VISIBLE)
    assert [each.use for each in book] == [Use.BOOK]
    (first,) = all_out(queue)
    assert (texts([first]), first.use) == (["b"], Use.PAGE)


def test_a_click_on_what_is_out_in_a_books_slice_asks_again() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a", "b"), Priority.WHOLE)
    (book,) = all_out(queue)
    queue.ask(paragraphs("b"), Priority.CLICK)
    (click,) = all_out(queue)
    assert texts([click]) == ["b"]
    queue.done(click.id)
    queue.done(book.id)
    assert queue.next() is None
    assert queue.progress(Priority.WHOLE) == Progress(2, 2)


def test_the_same_text_is_asked_for_once() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a", "a", "b"), Priority.WHOLE)
    queue.ask(paragraphs("a"), Priority.VISIBLE)
    queue.ask(paragraphs("b", "a"), Priority.AHEAD)
    assert texts(all_out(queue)) == ["a", "b"]


def test_scrolling_replaces_the_page() -> None:
    queue = Queue(TWO)
    queue.replace(paragraphs("a", "b", "c", "d"), Priority.VISIBLE)
    assert texts(all_out(queue)) == ["a"]
    queue.replace(paragraphs("x", "y"), Priority.VISIBLE)
    for expected in ("x", "y"):
        for sent in queue.sent:
            queue.done(sent.id)
        assert texts(all_out(queue)) == [expected]


def test_a_book_goes_in_slices() -> None:
    queue = Queue(TWO)
    book = paragraphs(*(f"{number} " * 100 for number in range(100)))
    queue.ask(book, Priority.WHOLE)
    sizes: list[int] = []
    while slices := all_out(queue):
        sizes += [len(texts([each])) for each in slices]
        for each in slices:
            queue.done(each.id)
    assert sum(sizes) == 100
    assert sizes[0] < max(sizes) < 50


def test_a_long_paragraph_goes_alone_and_has_time() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a", "long " * 20_000, "b"), Priority.WHOLE)
    first, second = all_out(queue)
    assert [len(each.paragraphs) for each in (first, second)] == [1, 1]
    assert second.patience > first.patience > 0


def test_what_was_dropped_is_not_sent_and_what_is_out_still_comes() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a"), Priority.VISIBLE)
    (out,) = all_out(queue)
    queue.ask(paragraphs("b", "c"), Priority.WHOLE)
    queue.drop(paragraphs("a", "b"))
    assert texts(all_out(queue)) == ["c"]
    assert texts([out]) == [paragraph.text for paragraph in queue.done(out.id)]


def test_cancelled_wishes_are_forgotten_with_their_progress() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a", "b"), Priority.WHOLE)
    queue.cancel(Priority.WHOLE)
    assert queue.next() is None
    assert queue.progress(Priority.WHOLE) == Progress(0, 0)


def test_progress_counts_whatever_made_it() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a", "b", "c"), Priority.WHOLE)
    queue.ask(paragraphs("b"), Priority.CLICK)
    assert queue.progress(Priority.WHOLE) == Progress(0, 3)
    click = queue.next()
    assert click is not None
    queue.done(click.id)
    assert queue.progress(Priority.WHOLE) == Progress(1, 3)
    assert queue.progress(Priority.CLICK) == Progress(1, 1)


def test_progress_begins_anew_when_all_was_done() -> None:
    queue = Queue(TWO)
    for _ in range(2):
        queue.ask(paragraphs("a", "b"), Priority.WHOLE)
        assert queue.progress(Priority.WHOLE) == Progress(0, 2)
        for each in all_out(queue):
            queue.done(each.id)
        assert queue.progress(Priority.WHOLE) == Progress(2, 2)


def test_after_a_crash_each_is_tried_alone_once_more() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a", "poison", "b"), Priority.WHOLE)
    assert texts(all_out(queue)) == ["a", "poison", "b"]
    assert queue.lost() == ()
    given_up: list[str] = []
    done: list[str] = []
    while (each := queue.next()) is not None:
        assert len(each.paragraphs) == 1
        if "poison" in texts([each]):
            given_up += [paragraph.text for paragraph in queue.failed(each.id)]
        else:
            done += [paragraph.text for paragraph in queue.done(each.id)]
    assert (given_up, done) == (["poison"], ["a", "b"])
    queue.ask(paragraphs("poison"), Priority.CLICK)
    assert texts(all_out(queue)) == ["poison"]


def test_an_answer_that_comes_after_the_crash_is_nobodys() -> None:
    queue = Queue(TWO)
    queue.ask(paragraphs("a"), Priority.CLICK)
    (out,) = all_out(queue)
    queue.lost()
    assert queue.done(out.id) == ()
    assert texts(all_out(queue)) == ["a"]


class QueueMachine(RuleBasedStateMachine):
    """Any order of wishes, answers, crashes and scrolling."""

    names = st.lists(st.sampled_from([*"abcdefgh", "i" * 5000, "j" * 5000]), max_size=8)
    priorities = st.sampled_from(Priority)

    @initialize()
    def start(self) -> None:
        self.queue = Queue(TWO)
        self.wished: dict[Priority, set[str]] = {priority: set() for priority in Priority}
        self.failures: dict[str, int] = {}

    @rule(names=names, priority=priorities)
    def ask(self, names: list[str], priority: Priority) -> None:
        self.queue.ask(paragraphs(*names), priority)
        self.wished[priority].update(names)

    @rule(names=names, priority=priorities)
    def replace(self, names: list[str], priority: Priority) -> None:
        self.queue.replace(paragraphs(*names), priority)
        self.wished[priority] = set(names)

    @rule(names=names)
    def drop(self, names: list[str]) -> None:
        self.queue.drop(paragraphs(*names))
        for wished in self.wished.values():
            wished.difference_update(names)

    @rule()
    def send(self) -> None:
        before = self.queue.sent
        each = self.queue.next()
        if each is None:
            return
        out = set(texts(sent for sent in before if sent.use is each.use))
        names = texts([each])
        assert names
        assert not out & set(names)
        assert set(names) <= set().union(*self.wished.values())
        for use, priority in ((Use.CLICK, Priority.CLICK), (Use.PAGE, Priority.VISIBLE)):
            assert each.use is not use or set(names) <= self.wished[priority]

    @rule(index=st.integers(0, 3))
    def answer(self, index: int) -> None:
        if index < len(self.queue.sent):
            self._settle(p.text for p in self.queue.done(self.queue.sent[index].id))

    @rule()
    def crash(self) -> None:
        self._settle(p.text for p in self.queue.lost())
        assert not self.queue.sent

    def _settle(self, names: Iterable[str]) -> None:
        for name in names:
            for wished in self.wished.values():
                wished.discard(name)

    @invariant()
    def lanes_hold(self) -> None:
        for use, lanes in TWO.items():
            assert sum(sent.use is use for sent in self.queue.sent) <= lanes

    @invariant()
    def progress_is_told_truly(self) -> None:
        for priority in Priority:
            progress = self.queue.progress(priority)
            assert progress.asked - progress.done == len(self.wished[priority])

    def teardown(self) -> None:
        """Whatever happened, all that is wished for is sent in the end."""
        if not hasattr(self, "queue"):
            return
        while self.queue.next() or self.queue.sent:
            for sent in self.queue.sent:
                self._settle(p.text for p in self.queue.done(sent.id))
        assert not any(self.wished.values())


TestQueue = QueueMachine.TestCase
TestQueue.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_by_itself_a_queue_keeps_every_core_busy_with_a_book() -> None:
    queue = Queue()
    queue.ask(paragraphs(*(f"{number} " * 5000 for number in range(100))), Priority.WHOLE)
    assert len(all_out(queue)) == LANES[Use.BOOK] == workers(Use.BOOK) + 1
    assert workers(Use.BOOK) == min(os.cpu_count() or 1, 8)
