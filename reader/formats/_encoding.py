"""From bytes to text, for the encodings German texts are found in.

Plain rules in a fixed order: byte order mark, UTF-16 without one, strict UTF-8, and
last UTF-8 and Windows-1252 side by side, byte by byte. (ISO 8859-1 is the part of
Windows-1252 that printable text uses.) Where no byte is an umlaut of it within a word, but
of DOS or the old Macintosh, it is that. What fits none of them becomes U+FFFD. On
German these rules are right more often than guessing by letter statistics, and far
faster: see tests/formats/test_encoding.py.
"""

from __future__ import annotations

import codecs
import re

from reader.errors import KnownError
from reader.formats import _kinds
from reader.formats._clean import REPLACEMENT, normalise
from reader.formats._kinds import OLD_OFFICE
from reader.phrases import Phrase

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(
    rb"[\xc2-\xdb\xdd\xde][\x80-\xbf]"
    rb"|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
    rb"|[\x80-\xff]"
)
"""A well-formed UTF-8 sequence, or else a single byte beyond ASCII. N'Ko and Syriac count as
single bytes: in Windows-1252 they are ß and Ü before a sign, as in „Spaß“."""

_LETTER_AND_SIGN = re.compile(rb"(?<![\x80-\xff])[\xdc\xdf][\x80-\xbf](?![\x80-\xff])")
"""Such a ß or Ü, where no other letter beyond ASCII is near: well-formed UTF-8 by chance."""

_CUT = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
"""The beginning of a UTF-8 sequence at the very end."""

_SURELY_UTF_8 = (b"\xc2", b"\xc3", b"\xe2")
"""What the umlauts and quotation marks of UTF-8 begin with; as Windows-1252 (Â Ã â before a
sign) no German has them. Others may be a letter before a sign, as in „MENÄ“."""

_IN_WORDS = {
    encoding: re.compile(b"(?<=[A-Za-z])[%s](?=[A-Za-z])" % "äöüßÄÖÜ".encode(encoding))
    for encoding in ("cp1252", "cp850", "mac-roman")
}
"""Umlauts between letters, where what they are in the other encodings does not stand."""

_ENOUGH = 1_000_000  # bytes to tell an encoding by

_NO_TEXT_SHARE = 0.05


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The normalised text in `data`, and a warning for what could not be read as it should.

    Raises KnownError when `data` is not a text; the message calls it `name`.
    """
    text, warnings = _decode(data, name)
    text = normalise(text)
    unreadable = text.count(REPLACEMENT)
    if unreadable > _NO_TEXT_SHARE * len(text):
        raise _not_a_text(data, name)
    if unreadable:
        warnings += (_unread(unreadable),)
    return text, warnings


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    if _kinds.known(data):
        raise _not_a_text(data, name)
    if encoding := _utf_16_without_mark(data):
        return data.decode(encoding, "replace"), ()
    if not _LETTER_AND_SIGN.search(data):
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            pass
    return _decode_mixed(data)


def _utf_16_without_mark(data: bytes) -> str | None:
    """Nearly every second byte of German UTF-16 is zero, and nearly no other one is."""
    high, low = data[1::2].count(0), data[::2].count(0)
    much, little = 0.7 * (len(data) // 2), 0.02 * len(data)
    if high > much and low <= little:
        return "utf-16-le"
    if low > much and high <= little:
        return "utf-16-be"
    return None


def _old_encoding(data: bytes) -> str | None:
    """DOS's or the Macintosh's, where there are two umlauts of it and more than of Windows.

    A single one may be another letter of Windows-1252, as in „Tomáš“.
    """
    found = {name: sign.findall(data, 0, _ENOUGH) for name, sign in _IN_WORDS.items()}
    usual = len(found.pop("cp1252"))
    name = max(found, key=lambda name: len(found[name]))
    return name if len(found[name]) > usual and len(set(found[name])) > 1 else None


def _decode_mixed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8 and Windows-1252 in one file, as when texts were copied together; mostly one only."""
    sure = single = 0
    for found in _HIGH.finditer(data):
        if len(found[0]) == 1:
            single += 1
        elif found[0].startswith(_SURELY_UTF_8):
            sure += 1
    if not sure and (old := _old_encoding(data)):
        return data.decode(old), ()
    cut = _CUT.search(data) if sure else None
    end = cut.start() if cut else len(data)

    def as_utf_8(found: re.Match[bytes]) -> bytes:
        sequence = found[0]
        if len(sequence) > 1 and (sure >= single or sequence.startswith(_SURELY_UTF_8)):
            return sequence
        return sequence.decode("cp1252", "replace").encode()

    text = _HIGH.sub(as_utf_8, data[:end]).decode("utf-8") + REPLACEMENT * (cut is not None)
    mixed = sure and single > (cut is not None)
    warning = Phrase(
        "Parts of the file are Windows-1252, others UTF-8; both were read as what they are."
    )
    return text, (warning,) if mixed else ()


def _unread(count: int) -> str:
    if count == 1:
        return Phrase(
            "1 character could not be read and stands as {sign} in the text.", sign=REPLACEMENT
        )
    return Phrase(
        "{count} characters could not be read and stand as {sign} in the text.",
        count=count,
        sign=REPLACEMENT,
    )


def _not_a_text(data: bytes, name: str) -> KnownError:
    kind = _kinds.known(data)
    reason = Phrase("it is {kind}", kind=kind) if kind else Phrase("its bytes are no characters")
    return KnownError(
        Phrase("{name} is not a text: {reason}.", name=name, reason=reason),
        Phrase("Save it as DOCX first.")
        if kind == OLD_OFFICE
        else Phrase("Save it as plain text first."),
    )
