"""Files made to do harm: a message that names the file and the reason, or the harmless part."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.formats import _child, read_apart, read_document
from reader.model import Document

SECONDS = 10

CONTAINER = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
PACKAGE = (
    "<package><metadata><title>Buch</title></metadata><manifest>"
    '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="c"/></spine></package>'
)
SENTENCE = "Ein Satz, der gelesen werden darf."


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def epub(chapter: str | bytes, more: Mapping[str, bytes | str] | None = None) -> bytes:
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "a.opf": PACKAGE,
            "c.xhtml": chapter,
            **(more or {}),
        }
    )


def docx(body: str, head: str = "") -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"{head}<w:document xmlns:w='w'><w:body>{body}</w:body>"
            "</w:document>",
        }
    )


def odt(body: str, head: str = "") -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{head}<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text>"
            f"{body}</o:text></o:body></o:document-content>",
        }
    )


def fb2(body: str, head: str = "") -> bytes:
    return f"{head}<FictionBook><body><section>{body}</section></body></FictionBook>".encode()


def xhtml(body: str, head: str = "") -> str:
    return f"{head}<html><body>{body}</body></html>"


# Every format that is XML, as: paragraph markup and what stands before the root → the file.
XML: dict[str, Callable[[str, str], bytes]] = {
    "buch.epub": lambda text, head: epub(xhtml(f"<p>{text}</p>", head)),
    "buch.docx": lambda text, head: docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>", head),
    "buch.odt": lambda text, head: odt(f"<t:p>{text}</t:p>", head),
    "buch.fb2": lambda text, head: fb2(f"<p>{text}</p>", head),
}
EACH_XML = pytest.mark.parametrize("name", XML)


def pdf(*objects: bytes, encrypted: bool = False) -> bytes:
    """A PDF file of these objects, the first of which is the catalog."""
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    crypt = b"/Encrypt %d 0 R /ID [<00><00>]" % len(objects) if encrypted else b""
    data += b"trailer\n<</Size %d /Root 1 0 R %s>>\n" % (len(objects) + 1, crypt)
    return data + b"startxref\n%d\n%%%%EOF" % start


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (extra, len(content), content)


def one_page(content: bytes, resources: bytes = b"") -> list[bytes]:
    return [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R"
        b" /Resources <<%s /Font <</F 5 0 R>>>>>>" % resources,
        content,
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]


def pages(*texts: str) -> bytes:
    """A PDF file with a page for each of the texts."""
    count = len(texts)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, count),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    for text in texts:
        place = len(objects) + 2
        objects += [
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents %d 0 R"
            b" /Resources <</Font <</F 3 0 R>>>>>>" % place,
            stream(b"BT /F 12 Tf 20 200 Td (%s) Tj ET" % text.encode("cp1252")),
        ]
    return pdf(*objects)


def container_of(*chapters: str) -> bytes:
    """A book with a chapter of one paragraph for each of the texts."""
    names = [f"{n}.xhtml" for n in range(len(chapters))]
    items = "".join(
        f"<item id='c{name}' href='{name}' media-type='application/xhtml+xml'/>" for name in names
    )
    spine = "".join(f"<itemref idref='c{name}'/>" for name in names)
    package = (
        f"<package><metadata><title>Buch</title></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    texts = {
        name: xhtml(f"<p>{chapter}</p>") for name, chapter in zip(names, chapters, strict=True)
    }
    return zipped({"META-INF/container.xml": CONTAINER, "mimetype": "", "a.opf": package, **texts})


def read(
    data: bytes, name: str, reading: Callable[[bytes, str], Document] = read_apart
) -> Document | KnownError:
    """The outcome, which has to come in time, and if it is a refusal, to name the file.

    With `read_document` in this process: faster, for what needs no limits to be harmless.
    """
    started = time.monotonic()
    try:
        outcome: Document | KnownError = reading(data, name)
    except KnownError as fault:
        outcome = fault
    assert isinstance(outcome, Document) or name in outcome.message
    assert time.monotonic() - started < SECONDS + 2  # to start a process on a busy machine
    return outcome


def refusal(data: bytes, name: str) -> str:
    outcome = read(data, name)
    assert isinstance(outcome, KnownError), outcome
    return outcome.message


def texts(data: bytes, name: str) -> list[str]:
    outcome = read(data, name)
    assert isinstance(outcome, Document), outcome
    return [paragraph.text for paragraph in outcome.paragraphs]


# ---- Archives


def test_zip_bomb() -> None:
    """A thousandth of what it becomes, and the header says so."""
    assert "larger than 200 MB" in refusal(epub(b" " * 210_000_000), "buch.epub")


def test_zip_bomb_that_lies_about_its_size() -> None:
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = squeezed.compress(b" " * 230_000_000) + squeezed.flush()
    data = bytearray(epub(b"x"))
    honest = zlib.compressobj(6, zlib.DEFLATED, -15)
    small = honest.compress(b"x") + honest.flush()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name != "c.xhtml":
                new.writestr(name, old.read(name))
        entry = zipfile.ZipInfo("c.xhtml")
        new.writestr(entry, body)
    lying = bytearray(target.getvalue())
    for signature, method, size in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        at = lying.rindex(signature, 0, lying.rindex(b"c.xhtml") + 1)
        at = next(
            place
            for place in range(len(lying))
            if lying.startswith(signature, place)
            and lying[place : place + 80].find(b"c.xhtml") in (30, 46)
        )
        struct.pack_into("<H", lying, at + method, 8)
        struct.pack_into("<I", lying, at + size, len(small))
    message = refusal(bytes(lying), "buch.epub")
    assert "damaged" in message or "larger" in message


def test_overlapping_entries() -> None:
    data = bytearray(epub(xhtml(f"<p>{SENTENCE}</p>"), {"d.xhtml": b"y" * 1000}))
    central = [at for at in range(len(data)) if data.startswith(b"PK\x01\x02", at)]
    struct.pack_into(
        "<I", data, central[-1] + 42, struct.unpack_from("<I", data, central[-2] + 42)[0]
    )
    assert "overlap" in refusal(bytes(data), "buch.epub")


def test_a_hundred_thousand_entries() -> None:
    many = {f"{number}": b"" for number in range(51_000)}
    assert "more than 50000 parts" in refusal(epub("<p/>", many), "buch.epub")


def test_what_no_book_can_be_made_of_names_the_file_once() -> None:
    without = zipped({"META-INF/container.xml": "<container/>", "mimetype": "", "a.opf": PACKAGE})
    assert (
        refusal(without, "buch.epub") == "buch.epub is damaged: it does not say where its book is."
    )
    package = PACKAGE.replace("c.xhtml", "fort.xhtml")
    lost = zipped({"META-INF/container.xml": CONTAINER, "mimetype": "", "a.opf": package})
    assert refusal(lost, "buch.epub").count("buch.epub") == 1


def test_names_that_lead_out_of_the_archive(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.xhtml"
    secret.write_text("<p>Geheim.</p>")
    for href in (f"../../../../../../../..{secret}", str(secret), secret.as_uri(), "c.xhtml/../x"):
        package = PACKAGE.replace("c.xhtml", href)
        data = zipped({"META-INF/container.xml": CONTAINER, "mimetype": "", "a.opf": package})
        assert "Geheim" not in refusal(data, "buch.epub")
    climbing = epub(xhtml(f"<p>{SENTENCE}</p>"), {"../../oben.xhtml": "x", "/etc/passwd": "x"})
    assert texts(climbing, "buch.epub") == ["Buch", SENTENCE]


def test_links_in_archives(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.xhtml"
    secret.write_text("<p>Geheim.</p>")
    link = zipfile.ZipInfo("c.xhtml")
    link.external_attr = 0o120777 << 16
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(epub("x"))) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(
                link if name == "c.xhtml" else name,
                str(secret) if name == "c.xhtml" else old.read(name),
            )
    assert texts(target.getvalue(), "buch.epub") == [
        "Buch",
        str(secret),
    ]  # where it points, no more


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_archives_cut_off(cut: float) -> None:
    data = epub(xhtml(f"<p>{SENTENCE}</p>" * 200))
    assert "damaged" in refusal(data[: int(cut * len(data))], "buch.epub")


def test_a_chapter_that_is_damaged_is_left_out_with_a_warning() -> None:
    package = PACKAGE.replace(
        "</manifest>", '<item id="d" href="d.xhtml" media-type="text/html"/></manifest>'
    ).replace("</spine>", '<itemref idref="d"/></spine>')
    data = epub(xhtml(f"<p>{SENTENCE}</p>"), {"a.opf": package})
    outcome = read(data, "buch.epub")
    assert isinstance(outcome, Document)
    assert [p.text for p in outcome.paragraphs] == ["Buch", SENTENCE]
    assert outcome.warnings[0].startswith("1 chapter could not be read")


# ---- Encrypted


def test_a_book_that_was_packed_with_its_folder() -> None:
    with zipfile.ZipFile(io.BytesIO(epub(xhtml(f"<p>{SENTENCE}</p>")))) as book:
        packed = {f"buch/{entry}": book.read(entry) for entry in book.namelist()}
    assert texts(zipped(packed), "buch.epub")[-1] == SENTENCE


def test_a_book_that_does_not_say_where_it_is() -> None:
    data = zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"})
    assert refusal(data, "buch.epub").count("buch.epub") == 1


def test_a_book_without_a_readable_chapter_is_named_once() -> None:
    assert refusal(epub(b"PK\x03\x04"), "buch.epub").count("buch.epub") == 1


def test_sections_within_sections_have_levels() -> None:
    inner = f"<div class='section'><h1>Innen</h1><p>{SENTENCE}</p></div>"
    way = "<div role='navigation'><ul><li>weiter</li></ul></div>"
    data = epub(xhtml(f"{way}<div class='chapter'><h1>Außen</h1>{inner}</div>"))
    found = read_document(data, "buch.epub").paragraphs[-3:]
    assert [(p.level, p.text) for p in found] == [(1, "Außen"), (2, "Innen"), (0, SENTENCE)]


def test_encrypted_archives() -> None:
    data = bytearray(docx("<w:p/>"))
    for at in range(len(data)):
        if data.startswith(b"PK\x03\x04", at):
            data[at + 6] |= 1
        elif data.startswith(b"PK\x01\x02", at):
            data[at + 8] |= 1
    assert "is encrypted" in refusal(bytes(data), "brief.docx")


def test_protected_books() -> None:
    rights = (
        "<encryption xmlns:e='e'><e:EncryptedData><e:EncryptionMethod Algorithm="
        "'http://www.w3.org/2001/04/xmlenc#aes128-cbc'/></e:EncryptedData></encryption>"
    )
    data = epub(xhtml(f"<p>{SENTENCE}</p>"), {"META-INF/encryption.xml": rights})
    assert "protected against copying" in refusal(data, "buch.epub")
    fonts = rights.replace(
        "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.idpf.org/2008/embedding"
    )
    data = epub(xhtml(f"<p>{SENTENCE}</p>"), {"META-INF/encryption.xml": fonts})
    assert texts(data, "buch.epub") == ["Buch", SENTENCE]


def test_encrypted_documents() -> None:
    office = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    )
    assert "is encrypted" in refusal(office, "brief.docx")
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    data = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": manifest,
            "content.xml": b"\x93\x11\x07",
        }
    )
    assert "is encrypted" in refusal(data, "brief.odt")
    secret = b"<</Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -1>>" % (b"1f" * 32, b"2e" * 32)
    text = one_page(stream(b"BT /F 12 Tf (x) Tj ET"))
    assert "is encrypted" in refusal(pdf(*text, secret, encrypted=True), "brief.pdf")


# ---- XML


@EACH_XML
def test_entities_that_grow(name: str) -> None:
    entities = "<!ENTITY l0 'lol'>" + "".join(
        f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)
    )
    data = XML[name](f"{SENTENCE} &l11;", f"<!DOCTYPE a [{entities}]>")
    outcome = read(data, name)
    if isinstance(outcome, Document):
        assert len("".join(p.text for p in outcome.paragraphs)) < 200


@EACH_XML
def test_entities_in_attributes_that_grow(name: str) -> None:
    entities = "<!ENTITY l0 'lol'>" + "".join(
        f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)
    )
    data = XML[name](f"<x y='&l11;'>{SENTENCE}</x>", f"<!DOCTYPE a [{entities}]>")
    read(data, name)


@EACH_XML
def test_external_entities(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("Geheimnis")
    for kind in (
        f"<!ENTITY x SYSTEM '{secret.as_uri()}'>",
        f"<!ENTITY x SYSTEM '{secret}'>",
        "<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>",
        f"<!ENTITY % p SYSTEM '{secret.as_uri()}'> %p;",
    ):
        data = XML[name](f"{SENTENCE} &x;", f"<!DOCTYPE a [{kind}]>")
        outcome = read(data, name, read_document)
        if isinstance(outcome, Document):
            assert "Geheimnis" not in "".join(p.text for p in outcome.paragraphs)


@EACH_XML
def test_external_dtd(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "a.dtd"
    secret.write_text("<!ENTITY x 'Geheimnis'>")
    data = XML[name](f"{SENTENCE} &x;", f"<!DOCTYPE a SYSTEM '{secret.as_uri()}'>")
    outcome = read(data, name, read_document)
    if isinstance(outcome, Document):
        assert "Geheimnis" not in "".join(p.text for p in outcome.paragraphs)


@EACH_XML
def test_nesting_without_end(name: str) -> None:
    read(XML[name]("<x>" * 100_000 + SENTENCE + "</x>" * 100_000, ""), name)


@pytest.mark.parametrize("tag", ["span", "b", "div", "section", "blockquote", "ul", "li", "a"])
@pytest.mark.parametrize("name", ["buch.epub", "seite.html"])
def test_nesting_as_deep_as_is_read(name: str, tag: str) -> None:
    body = f"<p>{SENTENCE}</p>" + f"<{tag} class='x'>Wort " * 240 + f"</{tag}>" * 240
    page = xhtml(body)
    assert SENTENCE in texts(epub(page) if name == "buch.epub" else page.encode(), name)


@EACH_XML
def test_a_paragraph_of_a_megabyte(name: str) -> None:
    long = f"{SENTENCE} " * 30_000
    assert max(map(len, texts(XML[name](long, ""), name))) >= 1_000_000


# ---- Web pages


def test_pages_do_nothing_and_load_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.html"
    secret.write_text("<p>Geheimnis</p>")
    page = f"""<html><head><base href="{tmp_path.as_uri()}/"><link rel="import" href="geheim.html">
    <meta http-equiv="refresh" content="0; url=geheim.html"></head><body>
    <script>document.write("Geheimnis")</script><iframe src="{secret.as_uri()}"></iframe>
    <object data="{secret.as_uri()}"></object><embed src="http://127.0.0.1:9/">
    <svg><script>x()</script><text>Geheimnis</text></svg>
    <p onclick="alert(1)">{SENTENCE}<img src="http://127.0.0.1:9/x.png" onerror="x()"></p>
    <p style="display: none">Geheimnis</p><template><p>Geheimnis</p></template></body></html>"""
    assert texts(page.encode(), "seite.html")[1:] == [SENTENCE]


@pytest.mark.parametrize(
    "odd",
    ["<div>", "<table><tr><td>", "<p>", "<a><b><i>", "<ul><li>", "</p>", "&", "<", "<!--",
     "<!--x-->"],
)  # fmt: skip
def test_pages_without_end(odd: str) -> None:
    read(
        f"<html><body><p>{SENTENCE}</p>{odd * (400_000 // len(odd))}".encode(),
        "seite.html",
        read_document,
    )


def test_archives_of_pages_within_each_other() -> None:
    parts = "".join(
        f"Content-Type: multipart/related; boundary=b{n}\n\n--b{n}\n" for n in range(3_000)
    )
    read(f"{parts}Content-Type: text/html\n\n<p>{SENTENCE}</p>".encode(), "seite.mhtml")


# ---- PDF


def test_a_stream_that_grows() -> None:
    content = zlib.compress(zlib.compress(b"BT /F 12 Tf (x) Tj ET " * 4_000_000, 6), 6)
    page = stream(content, b"/Filter [/FlateDecode /FlateDecode]")
    read(pdf(*one_page(page)), "buch.pdf")


def test_a_form_that_contains_itself() -> None:
    form = stream(
        b"BT /F 12 Tf (x) Tj ET /X Do /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
        b" /Resources <</XObject <</X 6 0 R>> /Font <</F 5 0 R>>>>",
    )
    page = one_page(stream(b"/X Do"), b"/XObject <</X 6 0 R>>")
    read(pdf(*page, form), "buch.pdf")


def test_pages_that_are_their_own_parents() -> None:
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999>>",
    ]
    refusal(pdf(*objects), "buch.pdf")


def test_pictures_of_pages() -> None:
    image = stream(
        b"\x00" * 300,
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB"
        b" /BitsPerComponent 8",
    )
    page = one_page(stream(b"300 0 0 300 0 0 cm /I Do"), b"/XObject <</I 6 0 R>>")
    assert "is scanned" in refusal(pdf(*page, image), "buch.pdf")


def test_what_fonts_have_for_letters_is_read_as_letters() -> None:
    """TeX's old fonts have the dots of an umlaut before it; È is their place in Adobe's."""
    assert texts(pages("Das ist f\u00c8ur \u00c8Apfel und f\u00c8 unf Birnen."), "buch.pdf") == [
        "Das ist für Äpfel und fünf Birnen."
    ]


def test_characters_that_are_nowhere_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken font may have its characters at NaN."""
    monkeypatch.setattr("reader.formats.pdf._Run._measure", lambda *_: (12.0, float("nan")))
    with pytest.raises(KnownError, match=r"buch\.pdf has no text"):
        read_document(pages("Der Hund schlief."), "buch.pdf")


def test_pdf_without_anything() -> None:
    assert "no text" in refusal(pdf(*one_page(stream(b""))), "buch.pdf")
    assert "damaged" in refusal(b"%PDF-1.7\n" + b"x" * 5000, "buch.pdf")


# ---- Rich text and subtitles


@pytest.mark.parametrize(
    "odd",
    ["{", "}", "\\", "\\par", "{\\*\\x ", "\\u-1?", "\\'", "\\bin9 ", "{\\footnote ",
     "\\row", "\\cell",
     "{\\field{\\*\\fldinst DDEAUTO c:\\\\x}{\\fldrslt y}}"],
)  # fmt: skip
def test_rich_text_without_end(odd: str) -> None:
    read(("{\\rtf1 " + SENTENCE + odd * (300_000 // len(odd))).encode(), "brief.rtf", read_document)


@pytest.mark.parametrize(
    "odd", ["<", "<v ", "{\\", "-->", "00:00:00.000 --> ", "\n\n", "- ", "<v x>y\n"]
)
def test_subtitles_without_end(odd: str) -> None:
    start = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{SENTENCE}\n"
    assert SENTENCE in texts((start + odd * (300_000 // len(odd))).encode(), "film.vtt")[0]


# ---- What the child does besides reading

WATCHED = """
import json, runpy, sys
seen = []
def watch(event, args):
    if event == "open" or event.startswith(("socket.", "subprocess.", "os.exec", "os.system",
                                            "os.spawn", "os.posix_spawn", "os.rename")):
        seen.append((event, str(args[0]), str(args[1:])))
sys.addaudithook(watch)
try:
    runpy.run_module("reader.formats._host", run_name="__main__")
finally:
    json.dump(seen, sys.stderr)
"""


@pytest.mark.parametrize("name", ["seite.html", "buch.epub", "buch.docx", "buch.odt", "buch.fb2"])
def test_nothing_is_opened_but_modules(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("Geheimnis")
    if name == "seite.html":
        data = f"<html><p>{SENTENCE}<img src='{secret.as_uri()}'></p></html>".encode()
    else:
        head = f"<!DOCTYPE a SYSTEM '{secret.as_uri()}' [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
        data = XML[name](f"{SENTENCE} &x;", head)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        input=json.dumps({"name": name, "reader": ""}).encode() + b"\n" + data,
        capture_output=True,
        check=False,
    )
    assert SENTENCE in done.stdout.decode()
    seen: list[tuple[str, str, str]] = json.loads(done.stderr)
    opened = [path for event, path, _ in seen if event == "open"]
    files = [Path(path) for path in opened if not path.isdigit()]  # standard input and output
    assert files  # the modules: the watch does watch
    assert [event for event, _, _ in seen if event != "open"] == []
    assert {file.suffix for file in files} <= {".py", ".pyc", ".so"}, files
    assert _child.command()[-1] in WATCHED
