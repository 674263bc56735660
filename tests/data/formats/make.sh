#!/bin/sh
# Makes the samples again that other programs write: sh tests/data/formats/make.sh
# Needs pandoc, LibreOffice Writer (soffice), calibre (ebook-convert), AbiWord, groff and
# Ghostscript; the tests need none of them.
set -eu
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1735689600 LANG=C.UTF-8
for to in epub2 epub3 docx odt fb2 rtf; do
    case $to in epub*) end=epub ;; *) end=$to ;; esac
    pandoc --standalone --from markdown --to $to source.md --output "pandoc-$to.$end"
done
pandoc --standalone --from markdown --to html5 source.md --output pandoc-html.html
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office() {
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work" "$2" >/dev/null
}
cp pandoc-odt.odt "$work/libreoffice.odt"
for to in docx rtf pdf html; do
    office $to "$work/libreoffice.odt"
    cp "$work/libreoffice.$to" "libreoffice-$to.$to"
done
cp libreoffice-docx.docx "$work/again.docx"
office odt "$work/again.docx"
cp "$work/again.odt" libreoffice-odt.odt
office pdf spalten.fodt
office pdf noten.fodt
cp "$work/spalten.pdf" "$work/noten.pdf" .
for end in epub docx rtf fb2 pdf; do
    options=
    [ $end != epub ] || options=--no-default-epub-cover
    ebook-convert pandoc-epub3.epub "$work/calibre.$end" $options >/dev/null
    cp "$work/calibre.$end" "calibre-$end.$end"
done

# The same for sterne.md, with emphasis and links.
for to in epub3 docx odt rtf; do
    case $to in epub*) end=epub ;; *) end=$to ;; esac
    pandoc --standalone --from markdown --to $to sterne.md --output "sterne-pandoc.$end"
done
pandoc --standalone --from markdown --to html5 sterne.md --output sterne-pandoc.html
pandoc --standalone --from markdown --to gfm sterne.md --output sterne-pandoc-gfm.md
pandoc --standalone --from markdown --to fb2 sterne.md --output "$work/sterne.fb2"
python3 -c "import sys, zipfile
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.write(sys.argv[1], 'sterne.fb2')" "$work/sterne.fb2" sterne-pandoc.fb2.zip
cp sterne-pandoc.odt "$work/lo.odt"
for to in docx rtf epub fodt doc pdf html "xhtml:XHTML Writer File" "txt:Text (encoded):UTF8"; do
    office "$to" "$work/lo.odt"
    cp "$work/lo.${to%%:*}" "sterne-libreoffice.${to%%:*}"
done
cp sterne-libreoffice.docx "$work/sterne.docx"
office odt "$work/sterne.docx"
cp "$work/sterne.odt" sterne-libreoffice.odt
ebook-convert sterne-libreoffice.docx sterne-calibre.epub --epub-version 3 --no-default-epub-cover >/dev/null
ebook-convert sterne-pandoc.epub sterne-calibre.docx >/dev/null
for to in odt docx rtf; do
    abiword --to=$to -o "$work/abi.$to" sterne-pandoc.odt 2>/dev/null
    cp "$work/abi.$to" "sterne-abiword.$to"
done
pandoc --standalone --from markdown --to ms sterne.md | groff -Kutf8 -t -ms -mde -Tpdf >"$work/groff.pdf"
gs -q -sDEVICE=pdfwrite -dSubsetFonts=true -o sterne-groff.pdf "$work/groff.pdf"
