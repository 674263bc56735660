"""The promise that nothing opens a network connection, kept in code.

`refuse_network` holds for Python's own sockets in this process; only what runs inside
`permitted()` may connect, and only the model download does. `cut_network` asks the
system to take the network away from a whole process, native code included.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Network(StrEnum):
    """What keeps a process off the network."""

    CUT = "cut"  # the system: the process has no network at all
    REFUSED = "refused"  # this module: every connection is refused


_permitted = ContextVar("permitted", default=False)

_LOOK_UPS = frozenset(
    {
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
    }
)
_SENDS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def refuse_network() -> None:
    """From now on, to the end of the process, connections and look-ups raise PermissionError.

    Sockets of the local system (AF_UNIX) stay usable.
    """
    sys.addaudithook(_refuse)


@contextmanager
def permitted() -> Generator[None]:
    """Lets this thread use the network while the block runs."""
    token = _permitted.set(True)
    try:
        yield
    finally:
        _permitted.reset(token)


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if not event.startswith("socket.") or _permitted.get():
        return
    if event in _LOOK_UPS:
        raise PermissionError(f"{event}: the program keeps off the network")
    if event in _SENDS and getattr(args[0], "family", None) != _local_family():
        raise PermissionError(f"{event}: the program keeps off the network")


def _local_family() -> int | None:
    # Where an audit event of a socket comes, the module is there; on Windows it has no AF_UNIX.
    return getattr(sys.modules["_socket"], "AF_UNIX", None)


def cut_network() -> bool:
    """Takes the network away from this process and its children, where the system can.

    Linux: an own network namespace, which has no way out. Must be called before the
    process has a second thread.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    unshare = ctypes.CDLL(None).unshare
    # Whoever may (root) keeps its rights on files; others need an own user namespace.
    return any(unshare(flags) == 0 for flags in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))
