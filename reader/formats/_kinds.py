"""Kinds of files that are no text, told by their first bytes."""

from __future__ import annotations

OLD_OFFICE = "an old Microsoft Office file"

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (30, b"mimetypeapplication/epub+zip", "an EPUB book"),
    (30, b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (30, b"[Content_Types].xml", "a Microsoft Office file"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"PK\x05\x06", "a ZIP archive"),
    (0, b"%PDF-", "a PDF file"),
    (0, b"{\\rtf", "an RTF file"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (60, b"BOOKMOBI", "a Kindle book"),
    (0, b"AT&TFORM", "a DjVu file"),
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (4, b"ftypheic", "a HEIC image"),
    (4, b"ftyp", "a video or sound file"),
    (0, b"ID3", "a sound file"),
    (0, b"OggS", "a sound file"),
    (0, b"RIFF", "a sound or video file"),
    (0, b"fLaC", "a sound file"),
    (0, b"\x1a\x45\xdf\xa3", "a video file"),
    (0, b"\x1f\x8b\x08", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
)


def known(data: bytes) -> str | None:
    """What the bytes are, with its article ("a PDF file"), or None."""
    return next((kind for at, magic, kind in _MAGIC if data.startswith(magic, at)), None)
