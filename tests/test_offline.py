"""Nobody connects but who may."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

ATTEMPTS = {
    "connect": "socket.socket().connect(('127.0.0.1', 9))",
    "connect_ex": "socket.socket().connect_ex(('127.0.0.1', 9))",
    "sendto": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    "sendmsg": "socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('127.0.0.1', 9))",
    "IPv6": "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).connect(('::1', 9))",
    "getaddrinfo": "socket.getaddrinfo('localhost', 80)",
    "gethostbyname": "socket.gethostbyname('localhost')",
    "urlopen": "urllib.request.urlopen('http://127.0.0.1:9/')",
    "http": "http.client.HTTPConnection('127.0.0.1', 9).request('GET', '/')",
    "a thread": "threading.Thread(target=lambda: socket.socket().connect(('127.0.0.1', 9))).run()",
}


ATTEMPT = """
def attempt():
    try:
        {code}
    except OSError as error:
        reason = getattr(error, "reason", error)  # urllib wraps what it got
        print("refused" if isinstance(reason, PermissionError) else "tried")
    else:
        print("tried")
"""


def _run(code: str, attempt: str = ATTEMPTS["connect"]) -> list[str]:
    """What a fresh Python prints: an audit hook cannot be taken back."""
    program = (
        "import asyncio, http.client, os, socket, threading, urllib.request\n"
        "from reader.offline import cut_network, permitted, refuse_network\n"
        + ATTEMPT.format(code=attempt)
        + textwrap.dedent(code)
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore::ResourceWarning", "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_every_way_out_is_refused(attempt: str) -> None:
    assert _run("refuse_network(); attempt()", attempt) == ["refused"]


def test_before_the_refusal_and_where_permitted_it_is_tried() -> None:
    code = """
        attempt()
        refuse_network()
        with permitted():
            attempt()
        attempt()
        """
    assert _run(code) == ["tried", "tried", "refused"]


def test_a_permission_is_one_threads_own() -> None:
    code = """
        refuse_network()
        with permitted():
            other = threading.Thread(target=attempt)
            other.start()
            other.join()
        """
    assert _run(code) == ["refused"]


@pytest.mark.skipif(sys.platform == "win32", reason="no local sockets there")
def test_local_sockets_work() -> None:
    code = """
        refuse_network()
        one, other = socket.socketpair()
        one.send(b"x")
        print(other.recv(1))
        asyncio.run(asyncio.sleep(0))
        """
    assert _run(code) == ["b'x'"]


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has network namespaces")
def test_a_cut_network_has_no_device_but_its_own() -> None:
    code = """
        print(cut_network())
        print([name for _, name in socket.if_nameindex()] == ["lo"])
        """
    cut, alone = _run(code)
    assert cut == "False" or alone == "True"
