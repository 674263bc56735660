"""The one module that may use the network: model files, when the user asks for them."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import Path
from typing import IO, cast

import reader
from reader.errors import KnownError
from reader.offline import permitted
from reader.phrases import Phrase

# Seconds without a byte after which a connection is given up and tried again.
STALL = 15.0
# Tries that bring nothing new before the download is given up, and the seconds
# between them, which double.
TRIES = 5
PAUSE = 1.0

_CHUNK = 64 * 1024
_LARGEST = 4 * 1024**3  # no package has as many bytes
_LARGEST_INDEX = 16 * 1024**2
_MARGIN = 64 * 1024**2  # bytes that stay free on the disk
_SPEED_OVER = 3.0  # seconds over which the speed is told


class CancelledError(Exception):
    """The user does not want it any more. What came is kept for another time."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Bytes there, bytes in all (0: not known), bytes a second."""

    done: int
    total: int
    speed: float


def download(
    address: str,
    file: Path,
    *,
    size: int = 0,
    checksum: str = "",
    progress: Callable[[Progress], None] = lambda _: None,
    cancel: threading.Event | None = None,
) -> str:
    """Loads an address into a file and gives its SHA-256.

    A broken connection is taken up where it broke, also by a later call when the
    `checksum` is known beforehand. `size` and `checksum` must hold where they are given.
    Raises KnownError where it cannot be had, and CancelledError.
    """
    with permitted():
        transfer = _Transfer(address, file, size, checksum, progress, cancel)
        try:
            return transfer.run()
        except OSError as error:
            raise KnownError(
                Phrase(
                    "{file} cannot be written: {value}.", file=file, value=error.strerror or error
                ),
                Phrase("Make room and try again."),
            ) from error


def fetch_index(address: str) -> bytes:
    """A list of packages, as it is. Raises KnownError where it cannot be had."""
    with permitted():
        try:
            with _open(address, {}) as response:
                return response.read(_LARGEST_INDEX)
        except (OSError, HTTPException) as error:
            raise _unreachable(address, error) from error


class SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows only to where it is as safe as before."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not newurl.startswith("https:" if req.type == "https" else ("https:", "http:")):
            raise urllib.error.HTTPError(newurl, code, "it leads to an unsafe place", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(address: str, headers: dict[str, str]) -> HTTPResponse:
    if not address.startswith(("https://", "http://")):
        raise KnownError(Phrase("{address} is no web address.", address=address))
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        SafeRedirects(),
    ):
        opener.add_handler(handler)
    agent = f"Lesepult/{reader.__version__}"
    request = urllib.request.Request(address, headers={"User-Agent": agent, **headers})  # noqa: S310 (checked above)
    return cast("HTTPResponse", opener.open(request, timeout=STALL))


def _unreachable(address: str, error: Exception) -> KnownError:
    reason = getattr(error, "reason", None) or error
    return KnownError(
        Phrase(
            "{address} cannot be loaded: {value}.",
            address=address,
            value=reason or type(error).__name__,
        ),
        Phrase("Check the connection and try again."),
    )


class _Transfer:
    """One download: what is there of it, and how it goes on."""

    def __init__(
        self,
        address: str,
        file: Path,
        size: int,
        checksum: str,
        progress: Callable[[Progress], None],
        cancel: threading.Event | None,
    ) -> None:
        self._address = address
        self._file = file
        self._part = file.with_name(f"{file.name}.part")
        self._total = size
        self._size = size
        self._checksum = checksum
        self._validator = ""
        self._tell = progress
        self._cancel = cancel or threading.Event()
        self._speed = _Speed()

    def run(self) -> str:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if not self._checksum:
            # Nobody could tell whether what is there belongs to what is there today.
            self._part.unlink(missing_ok=True)
        resumed = self._done > 0
        self._load()
        found = self._digest()
        if self._checksum and found != self._checksum:
            self._part.unlink()
            if resumed:  # what was there from another time was wrong, perhaps
                return self.run()
            raise KnownError(
                Phrase(
                    "What came from {address} is not the file it should be.", address=self._address
                ),
                Phrase("Try again later."),
            )
        self._part.replace(self._file)
        return found

    @property
    def _done(self) -> int:
        try:
            return self._part.stat().st_size
        except FileNotFoundError:
            return 0

    def _load(self) -> None:
        """Tries until all is there, or nothing new comes any more."""
        failures = 0
        furthest = self._done
        while True:
            try:
                if self._attempt():
                    return
                error: Exception = OSError("the connection broke off")
            except urllib.error.HTTPError as fault:
                with fault:
                    if fault.code < 500 and fault.code not in (408, 429):
                        raise _unreachable(self._address, fault) from fault
                    error = fault
            except _NetworkError as fault:
                error = fault.reason
            except HTTPException as fault:
                error = fault
            failures = 0 if self._done > furthest else failures + 1
            furthest = max(furthest, self._done)
            if failures >= TRIES:
                raise _unreachable(self._address, error)
            if self._cancel.wait(PAUSE * 2**failures):
                raise CancelledError

    def _attempt(self) -> bool:
        """One connection. Whether all is there after it."""
        start = self._done
        if start and start == self._size:
            return True
        headers = {"Accept-Encoding": "identity"}
        # Without a checksum or a validator nobody could tell whether the parts fit.
        if start and (self._checksum or self._validator):
            headers["Range"] = f"bytes={start}-"
            if self._validator:
                headers["If-Range"] = self._validator
        with self._connect(headers) as response:
            start = self._begin(response, start)
            with self._part.open("r+b" if start else "wb") as file:
                file.seek(start)
                file.truncate()
                self._copy(response, file, start)
                file.flush()
                os.fsync(file.fileno())
        return self._done == self._total if self._total else True

    def _connect(self, headers: dict[str, str]) -> HTTPResponse:
        try:
            return _open(self._address, headers)
        except urllib.error.HTTPError as error:
            if error.code != 416 or "Range" not in headers:
                raise
            with error:  # there is no such part: what we have is of another file
                self._part.unlink()
            return self._connect({"Accept-Encoding": "identity"})
        except OSError as error:
            raise _NetworkError(error) from error

    def _begin(self, response: HTTPResponse, start: int) -> int:
        """Where in the file the response begins; checks what it says of its length."""
        whole = re.fullmatch(rf"bytes {start}-\d+/(\d+)", response.headers["Content-Range"] or "")
        if response.status == 206 and whole:
            total = int(whole[1])
        else:
            start = 0
            total = int(response.headers["Content-Length"] or 0)
        self._validator = response.headers["ETag"] or response.headers["Last-Modified"] or ""
        if self._validator.startswith("W/"):
            self._validator = ""  # a weak tag names no bytes
        if total > _LARGEST or (self._size and total and total != self._size):
            raise KnownError(
                Phrase(
                    "{address} has {total} bytes, not the {value} it should have.",
                    address=self._address,
                    total=f"{total:,}",
                    value=f"{self._size or _LARGEST:,}",
                ),
                Phrase("Try again later."),
            )
        self._total = self._size or total
        free = shutil.disk_usage(self._part.parent).free
        if free < self._total - start + _MARGIN:
            raise KnownError(
                Phrase(
                    "There is no room for {name}: {number} MB are to come, {number2} MB are free.",
                    name=self._file.name,
                    number=self._total // 1_000_000,
                    number2=free // 1_000_000,
                ),
            )
        return start

    def _copy(self, response: HTTPResponse, file: IO[bytes], done: int) -> None:
        limit = self._total or _LARGEST
        while True:
            if self._cancel.is_set():
                raise CancelledError
            try:
                chunk = response.read1(_CHUNK)
            except OSError as error:
                raise _NetworkError(error) from error
            if not chunk:
                return
            done += len(chunk)
            if done > limit:
                raise KnownError(
                    Phrase("{address} sends more than it said it would.", address=self._address)
                )
            file.write(chunk)
            self._tell(Progress(done, self._total, self._speed.after(len(chunk))))

    def _digest(self) -> str:
        with self._part.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


class _NetworkError(Exception):
    """An OSError of the connection, told apart from one of the disk."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


class _Speed:
    """Bytes a second over the last seconds."""

    def __init__(self) -> None:
        self._marks: list[tuple[float, int]] = [(time.monotonic(), 0)]

    def after(self, count: int) -> float:
        now = time.monotonic()
        self._marks.append((now, count))
        while len(self._marks) > 2 and now - self._marks[1][0] > _SPEED_OVER:
            del self._marks[0]
        elapsed = now - self._marks[0][0]
        return sum(size for _, size in self._marks[1:]) / elapsed if elapsed else 0.0
