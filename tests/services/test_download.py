"""Against servers that are slow, break off, lie, lead elsewhere and send the wrong thing."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request

import pytest

from reader.errors import KnownError
from reader.services import download as module
from reader.services.download import CancelledError, Progress, SafeRedirects, download, fetch_index

CONTENT = os.urandom(1_000_000)
CHECKSUM = hashlib.sha256(CONTENT).hexdigest()


class Server(ThreadingHTTPServer):
    """Answers as the test wants it, and remembers what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer: Callable[[Handler], None] = send
        self.asked: list[dict[str, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/model"


class Handler(BaseHTTPRequestHandler):
    server: Server  # pyright: ignore[reportIncompatibleVariableOverride]

    def do_GET(self) -> None:
        self.server.asked.append(dict(self.headers))
        try:
            self.server.answer(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (http.server's word)
        """Says nothing."""

    @property
    def start(self) -> int:
        return int(self.headers.get("Range", "bytes=0-")[6:-1])

    @property
    def number(self) -> int:
        """How many requests came, with this one."""
        return len(self.server.asked)

    def head(self, code: int = 200, **headers: object) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()


def send(handler: Handler, end: int = len(CONTENT), tag: str = '"1"') -> None:
    """What is asked for, up to `end`, with true headers."""
    start = handler.start
    if start:
        extent = f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"
        handler.head(206, Content_Length=len(CONTENT) - start, Content_Range=extent, ETag=tag)
    else:
        handler.head(200, Content_Length=len(CONTENT), ETag=tag)
    handler.wfile.write(CONTENT[start:end])


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(module, "PAUSE", 0.001)
    monkeypatch.setattr(module, "STALL", 0.3)
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "model.argosmodel"


def _whole(file: Path) -> bool:
    return file.read_bytes() == CONTENT and [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_file_comes_with_its_checksum_and_progress(server: Server, file: Path) -> None:
    steps: list[Progress] = []
    found = download(server.address, file, progress=steps.append)
    assert found == CHECKSUM
    assert _whole(file)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[-1].done, steps[-1].total) == (len(CONTENT), len(CONTENT))
    assert steps[-1].speed > 0


def test_what_is_known_beforehand_must_hold(server: Server, file: Path) -> None:
    assert download(server.address, file, size=len(CONTENT), checksum=CHECKSUM) == CHECKSUM
    assert _whole(file)


def test_without_a_length_it_ends_with_the_connection(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.head()
        handler.wfile.write(CONTENT)

    server.answer = answer
    assert download(server.address, file, checksum=CHECKSUM) == CHECKSUM
    assert _whole(file)


def test_a_broken_connection_is_taken_up_where_it_broke(server: Server, file: Path) -> None:
    server.answer = lambda handler: send(handler, end=handler.number * 300_000)
    assert download(server.address, file) == CHECKSUM
    assert _whole(file)
    assert [asked.get("Range") for asked in server.asked] == [
        None,
        "bytes=300000-",
        "bytes=600000-",
        "bytes=900000-",
    ]
    assert server.asked[1]["If-Range"] == '"1"'


def test_a_stalled_connection_is_taken_up_too(server: Server, file: Path) -> None:
    stalled = threading.Event()

    def answer(handler: Handler) -> None:
        send(handler, end=500_000 if handler.number == 1 else len(CONTENT))
        if handler.number == 1:
            stalled.wait(10)

    server.answer = answer
    assert download(server.address, file, checksum=CHECKSUM) == CHECKSUM
    stalled.set()
    assert len(server.asked) == 2


def test_a_slow_one_is_waited_for(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.head(Content_Length=6)
        for letter in b"slowly":
            handler.wfile.write(bytes([letter]))
            time.sleep(0.08)

    server.answer = answer
    download(server.address, file)
    assert file.read_bytes() == b"slowly"
    assert len(server.asked) == 1


def test_a_server_without_ranges_begins_anew(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.head(Content_Length=len(CONTENT), ETag='"1"')
        handler.wfile.write(CONTENT[: 400_000 * handler.number])

    server.answer = answer
    assert download(server.address, file) == CHECKSUM
    assert _whole(file)


def test_a_file_that_changed_meanwhile_begins_anew(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        if handler.number == 1:
            handler.head(Content_Length=len(CONTENT), ETag='"old"')
            handler.wfile.write(bytes(500_000))
        else:
            assert handler.headers["If-Range"] == '"old"'
            handler.head(Content_Length=len(CONTENT), ETag='"new"')
            handler.wfile.write(CONTENT)

    server.answer = answer
    assert download(server.address, file) == CHECKSUM


def test_parts_that_nobody_can_vouch_for_are_not_joined(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        assert "Range" not in handler.headers
        handler.head(Content_Length=len(CONTENT))
        handler.wfile.write(CONTENT[: 500_000 * handler.number])

    server.answer = answer
    assert download(server.address, file) == CHECKSUM
    assert len(server.asked) == 2


def test_a_later_call_goes_on_where_the_last_one_ended(server: Server, file: Path) -> None:
    server.answer = lambda handler: send(handler, end=400_000)
    with pytest.raises(KnownError, match="broke off"):
        download(server.address, file, checksum=CHECKSUM)
    assert not file.exists()
    server.asked.clear()
    server.answer = send
    assert download(server.address, file, checksum=CHECKSUM) == CHECKSUM
    assert server.asked[0]["Range"] == "bytes=400000-"
    assert _whole(file)


@pytest.mark.parametrize("left", [CONTENT[:-1] + b"?", bytes(2_000_000), bytes(500_000)])
def test_what_was_left_there_wrong_is_loaded_anew(server: Server, file: Path, left: bytes) -> None:
    def answer(handler: Handler) -> None:
        if handler.start >= len(CONTENT):
            handler.head(416, Content_Range=f"bytes */{len(CONTENT)}")
        else:
            send(handler)

    server.answer = answer
    file.parent.mkdir()
    file.with_name(f"{file.name}.part").write_bytes(left)
    assert download(server.address, file, size=len(CONTENT), checksum=CHECKSUM) == CHECKSUM
    assert _whole(file)


def test_wrong_bytes_are_refused_and_not_kept(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.head(Content_Length=len(CONTENT))
        handler.wfile.write(bytes(len(CONTENT)))

    server.answer = answer
    with pytest.raises(KnownError, match="not the file it should be"):
        download(server.address, file, checksum=CHECKSUM)
    assert list(file.parent.iterdir()) == []


def test_a_wrong_length_is_refused_at_once(server: Server, file: Path) -> None:
    with pytest.raises(KnownError, match="1,000,000 bytes, not the 999,999"):
        download(server.address, file, size=999_999)
    assert not file.exists()


def test_more_than_was_said_is_refused(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.head()
        handler.wfile.write(CONTENT)

    server.answer = answer
    with pytest.raises(KnownError, match="more than it said"):
        download(server.address, file, size=500_000)
    assert not file.exists()


def test_a_length_too_great_in_the_header_is_never_reached(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.head(Content_Length=len(CONTENT) + 7)
        handler.wfile.write(CONTENT)

    server.answer = answer
    with pytest.raises(KnownError, match="broke off"):
        download(server.address, file)
    assert not file.exists()


def test_a_redirect_is_followed_with_the_range(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        if handler.path == "/model":
            handler.head(302, Location="/elsewhere")
        else:
            send(handler, end=600_000 if handler.start == 0 else len(CONTENT))

    server.answer = answer
    assert download(server.address, file) == CHECKSUM
    assert server.asked[-1]["Range"] == "bytes=600000-"


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x"])
def test_a_redirect_out_of_the_web_is_refused(server: Server, file: Path, place: str) -> None:
    server.answer = lambda handler: handler.head(302, Location=place)
    with pytest.raises(KnownError, match=r"unsafe|not allowed"):
        download(server.address, file)


def test_a_redirect_from_a_safe_place_leads_to_a_safe_place_or_nowhere() -> None:
    request = Request("https://example.org/a")
    arguments = (request, BytesIO(), 302, "Found", HTTPMessage())
    followed = SafeRedirects().redirect_request(*arguments, "https://example.com/b")
    assert followed is not None
    assert followed.full_url == "https://example.com/b"
    with pytest.raises(HTTPError, match="unsafe") as caught:
        SafeRedirects().redirect_request(*arguments, "http://example.com/b")
    caught.value.close()


def test_a_redirect_in_a_circle_ends(server: Server, file: Path) -> None:
    server.answer = lambda handler: handler.head(302, Location="/model")
    with pytest.raises(KnownError, match="cannot be loaded"):
        download(server.address, file)
    assert len(server.asked) < 20


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/x", "nonsense"])
def test_another_kind_of_address_is_refused(file: Path, place: str) -> None:
    with pytest.raises(KnownError, match="no web address"):
        download(place, file)
    assert not file.exists()


def test_a_server_in_trouble_is_asked_again(server: Server, file: Path) -> None:
    server.answer = lambda handler: handler.head(503) if handler.number < 3 else send(handler)
    assert download(server.address, file) == CHECKSUM


@pytest.mark.parametrize("code", [403, 404, 410])
def test_what_is_not_there_is_told_at_once(server: Server, file: Path, code: int) -> None:
    server.answer = lambda handler: handler.head(code)
    with pytest.raises(KnownError, match=server.address):
        download(server.address, file)
    assert len(server.asked) == 1


def test_where_nobody_answers_it_is_told_after_some_tries(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE", 0.001)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/model"
        with pytest.raises(KnownError, match="refused"):
            download(address, file)


def test_noise_is_no_answer(server: Server, file: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.wfile.write(b"\xff\0 noise\r\n\r\n")

    server.answer = answer
    with pytest.raises(KnownError, match="cannot be loaded"):
        download(server.address, file)


def test_cancelled_it_stops_and_keeps_what_came(server: Server, file: Path) -> None:
    cancel = threading.Event()

    def stop(step: Progress) -> None:
        if step.done > 300_000:
            cancel.set()

    with pytest.raises(CancelledError):
        download(server.address, file, checksum=CHECKSUM, progress=stop, cancel=cancel)
    assert not file.exists()
    cancel.clear()
    assert download(server.address, file, checksum=CHECKSUM) == CHECKSUM
    assert int(server.asked[-1]["Range"][6:-1]) > 300_000


def test_cancelled_between_two_tries_it_does_not_wait(
    server: Server, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE", 60.0)
    server.answer = lambda handler: handler.head(503)
    cancel = threading.Event()
    timer = threading.Timer(0.1, cancel.set)
    timer.start()
    with pytest.raises(CancelledError):
        download(server.address, file, cancel=cancel)
    timer.join()


def test_no_room_is_told_before_anything_comes(
    server: Server, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_500_000))
    with pytest.raises(KnownError, match="no room"):
        download(server.address, file)
    assert not file.exists()


def test_a_full_disk_is_told_and_what_came_is_kept(
    server: Server, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(KnownError, match="No space left"):
            download(server.address, file, checksum=CHECKSUM)
    assert download(server.address, file, checksum=CHECKSUM) == CHECKSUM


def test_an_index_comes_whole(server: Server) -> None:
    assert fetch_index(server.address) == CONTENT
    server.answer = lambda handler: handler.head(404)
    with pytest.raises(KnownError, match="cannot be loaded"):
        fetch_index(server.address)


def test_it_alone_may_connect_where_everything_else_is_refused(server: Server, file: Path) -> None:
    program = (
        "import sys, urllib.request\n"
        "from pathlib import Path\n"
        "from reader.offline import refuse_network\n"
        "from reader.services.download import download\n"
        "refuse_network()\n"
        "print(download(sys.argv[1], Path(sys.argv[2])))\n"
        "try: urllib.request.urlopen(sys.argv[1])\n"
        "except OSError as error: print(type(error.reason).__name__)\n"
    )
    arguments = [sys.executable, "-c", program, server.address, str(file)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [CHECKSUM, "PermissionError"]
