"""The child as it is: a process, its standard streams, and no network."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, NoReturn

import pytest

from reader.engines import Engine, Use
from reader.errors import KnownError
from reader.offline import Network
from reader.translation.host import Lane, Linker, serve
from reader.translation.linking import SLICE
from reader.translation.protocol import (
    Fault,
    Hello,
    LinkReply,
    LinkRequest,
    Message,
    Reply,
    Request,
    command,
    decode,
    encode,
)
from tests.translation.scripted import ScriptedEngine

ARGOS = "argos:translate-de_en:0.1:00df099b"
ECHO = "echo:translate-de_en:0.1:00df099b"


class Child:
    """A running child and its hello."""

    def __init__(self, *hops: tuple[Path, str]) -> None:
        self.process = subprocess.Popen(
            command(*hops),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.hello = self.read()

    def read(self) -> Message:
        return decode(_stream(self.process.stdout).readline())

    def send(self, line: bytes) -> None:
        _stream(self.process.stdin).write(line)
        _stream(self.process.stdin).flush()

    def ask(self, *texts: str, use: Use = Use.CLICK) -> Message:
        self.send(encode(Request(7, texts, use)))
        return self.read()


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


@contextmanager
def running(*hops: tuple[Path, str]) -> Generator[Child]:
    child = Child(*hops)
    with child.process:
        yield child
        child.process.kill()


@pytest.fixture(scope="module")
def argos(package_folder: Path) -> Iterator[Child]:
    with running((package_folder, ARGOS)) as child:
        yield child


def test_it_says_who_it_is_and_whether_it_has_a_network(argos: Child) -> None:
    assert isinstance(argos.hello, Hello)
    assert argos.hello.engine == ARGOS
    assert argos.hello.network in Network


def test_it_translates(argos: Child) -> None:
    reply = argos.ask("Guten Morgen. Wo ist Anna?", "Ja.")
    assert isinstance(reply, Reply)
    assert reply.id == 7
    assert [rendering.engine for rendering in reply.renderings] == [ARGOS, ARGOS]
    assert reply.renderings[0].text == "Good morning. Where is Anna?"


@pytest.mark.parametrize("use", Use)
def test_all_uses_give_the_same(argos: Child, use: Use) -> None:
    assert argos.ask("Der Hund ist alt.", use=use) == argos.ask("Der Hund ist alt.")


def test_it_links_words(argos: Child) -> None:
    source, target = "Das alte Haus brannte.", "The old house was burning."
    argos.send(encode(LinkRequest(9, source, target)))
    reply = argos.read()
    assert isinstance(reply, LinkReply)
    assert reply.id == 9
    linked = {(link.source.of(source), link.target.of(target)) for link in reply.links}
    assert {("alte", "old"), ("Haus", "house"), ("brannte", "burning")} <= linked


def test_over_two_packages_nothing_is_linked(package_folder: Path) -> None:
    with running((package_folder, ARGOS), (package_folder, ECHO)) as child:
        child.send(encode(LinkRequest(2, "Das Haus.", "The house.")))
        assert child.read() == LinkReply(2, ())


def test_with_two_packages_the_second_goes_on_from_the_first(package_folder: Path) -> None:
    with running((package_folder, ARGOS), (package_folder, ECHO)) as child:
        assert isinstance(child.hello, Hello)
        assert child.hello.engine == f"{ARGOS}+{ECHO}"
        reply = child.ask("Guten Morgen. Wo ist Anna?")
        assert isinstance(reply, Reply)
        (rendering,) = reply.renderings
        assert rendering.text == "[en] Good morning. [en] Where is Anna?"
        assert rendering.engine == child.hello.engine
        assert len(rendering.pairs) == 2


@pytest.mark.parametrize("line", [b"what?\n", b"{}\n", b"\xff\xfe\n", b"\n"])
def test_a_line_that_is_no_request_costs_a_fault_and_no_more(argos: Child, line: bytes) -> None:
    argos.send(line)
    fault = argos.read()
    assert isinstance(fault, Fault)
    assert (fault.id, fault.known) == (0, False)
    assert isinstance(argos.ask("Ja."), Reply)


def test_every_request_is_answered_though_the_input_ends(package_folder: Path) -> None:
    requests = [
        Request(number, (f"Satz {number}.",), use)
        for number, use in enumerate([Use.BOOK, Use.BOOK, Use.CLICK, Use.BOOK], 1)
    ]
    done = subprocess.run(
        command((package_folder, ECHO)),
        input=b"".join(map(encode, requests)),
        capture_output=True,
        timeout=60,
        check=True,
    )
    _, *replies = map(decode, done.stdout.splitlines())
    assert {reply.id for reply in replies if isinstance(reply, Reply)} == {1, 2, 3, 4}
    assert done.stderr == b""


def test_a_click_and_a_page_pass_a_book(argos: Child) -> None:
    """The book's slice is on its way before they come, and they are answered first."""
    book = tuple(f"Am {number}. Tag läuft der alte Hund durch den Wald." for number in range(300))
    argos.send(encode(Request(1, book, Use.BOOK)))
    argos.send(encode(Request(2, ("Nein.",), Use.PAGE)))
    argos.send(encode(Request(3, ("Ja.",), Use.CLICK)))
    replies = [argos.read() for _ in range(3)]
    numbers = [reply.id for reply in replies if isinstance(reply, Reply)]
    assert sorted(numbers[:2]) == [2, 3]
    assert numbers[2] == 1


def test_a_package_that_cannot_be_loaded_ends_it_with_the_reason(tmp_path: Path) -> None:
    with running((tmp_path, ARGOS)) as child:
        assert isinstance(child.hello, Fault)
        assert child.hello.known
        assert tmp_path.name in child.hello.message
        assert child.process.wait(60) == 1


def test_it_ends_with_its_input(package_folder: Path) -> None:
    with running((package_folder, ECHO)) as child:
        _stream(child.process.stdin).close()
        assert child.process.wait(60) == 0


def test_it_ends_when_nobody_reads(package_folder: Path) -> None:
    with running((package_folder, ECHO)) as child:
        _stream(child.process.stdout).close()
        child.send(encode(Request(1, ("Ja.",))))
        assert child.process.wait(60) == 0


def test_killed_it_is_gone_at_once(package_folder: Path) -> None:
    with running((package_folder, ECHO)) as child:
        child.process.kill()
        assert child.process.wait(5) == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_where_the_system_cuts_the_network_there_is_none(argos: Child) -> None:
    assert isinstance(argos.hello, Hello)
    devices = Path(f"/proc/{argos.process.pid}/net/dev").read_text().splitlines()[2:]
    names = {line.split(":")[0].strip() for line in devices}
    assert (argos.hello.network is Network.CUT) == (names == {"lo"}) or names == {"lo"}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_system_takes_it_before_the_program(argos: Child) -> None:
    assert int(Path(f"/proc/{argos.process.pid}/oom_score_adj").read_text()) >= 500


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has priorities of threads")
def test_a_book_has_the_lowest_priority_and_a_click_the_ordinary_one(argos: Child) -> None:
    argos.ask("Der Hund ist alt.", use=Use.BOOK)
    threads = map(int, os.listdir(f"/proc/{argos.process.pid}/task"))  # noqa: PTH208
    priorities = {os.getpriority(os.PRIO_PROCESS, thread) for thread in threads}
    assert priorities == {os.getpriority(os.PRIO_PROCESS, argos.process.pid), 19}


def _answered(engine: Engine, *texts: str) -> list[Message]:
    return _served([engine], *(Request(3, (text,)) for text in texts))


def _served(engines: list[Engine], *messages: Message) -> list[Message]:
    sent: list[Message] = []
    lanes = {use: Lane(use, lambda _: engines) for use in Use}
    linker = Linker(lambda: engines, lanes[Use.CLICK])
    serve(BytesIO(b"".join(map(encode, messages))), sent.append, lanes, linker)
    for worker in (*lanes.values(), linker):
        worker.close()
    return sent


def test_a_fault_of_the_world_is_told_and_the_next_request_answered() -> None:
    def answer(sentence: str, _: object) -> str:
        if "Unglück" in sentence:
            raise KnownError("The model is gone.", "Install it.")
        return "Yes."

    engine = ScriptedEngine(answer)
    fault, reply = _answered(engine, "Unglück.", "Ja.")
    assert fault == Fault(3, "The model is gone.", "Install it.", known=True)
    assert isinstance(reply, Reply)


def test_a_fault_of_the_program_is_told_as_one(expect_log: Callable[[str], None]) -> None:
    expect_log("no position 512")

    def answer(*_: object) -> str:
        raise RuntimeError("no position 512")

    engine = ScriptedEngine(answer)
    (fault,) = _answered(engine, "Unglück.")
    assert fault == Fault(3, "The translator failed: RuntimeError: no position 512")


def test_links_wait_for_clicks_slice_by_slice() -> None:
    """While a click is at work nothing is judged; no slice is larger than a few words."""

    def answer(sentence: str, _: object) -> str:
        before = len(engine.judged)
        for _ in range(50):  # the linker could go on now
            time.sleep(0.001)
        # One slice may have been under way when the click came.
        assert len(engine.judged) <= before + 1
        return "Yes."

    engine = ScriptedEngine(answer)
    sentence = "eins zwei drei vier fünf sechs sieben acht neun zehn"
    replies = _served(
        [engine], Request(1, ("Ja.",)), LinkRequest(2, sentence, sentence), Request(3, ("Nein.",))
    )
    assert [reply.id for reply in replies if isinstance(reply, Reply)] == [1, 3]
    (links,) = (reply.links for reply in replies if isinstance(reply, LinkReply))
    assert [link.source for link in links] == [link.target for link in links]
    assert len(links) == 10
    assert max(map(len, engine.judged)) <= SLICE


def test_links_that_fail_are_none_and_standard_error_has_the_story(
    expect_log: Callable[[str], None],
) -> None:
    expect_log("no such piece")

    class Broken(ScriptedEngine):
        def likelihoods(self, sources: object, target: str) -> NoReturn:
            raise RuntimeError("no such piece")

    engine = Broken(lambda *_: "Yes.")
    assert _served([engine], LinkRequest(4, "Haus", "house")) == [LinkReply(4, ())]


def test_what_libraries_print_does_not_get_among_the_messages(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from reader.translation.host import Output\n"
        "from reader.translation.protocol import Fault\n"
        "import os\n"
        "output = Output()\n"
        "print('from Python', flush=True)\n"
        "os.write(1, b'from a library')\n"
        "output.send(Fault(1, 'ours'))\n"
    )
    done = subprocess.run([sys.executable, str(program)], capture_output=True, check=True)
    assert decode(done.stdout) == Fault(1, "ours")
    assert b"from Python" in done.stderr
    assert b"from a library" in done.stderr
