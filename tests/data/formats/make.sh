#!/bin/sh
# Makes the samples again that other programs write: sh tests/data/formats/make.sh
# Needs pandoc, LibreOffice Writer (soffice) and calibre (ebook-convert); the tests need none of them.
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
cp "$work/spalten.pdf" .
for end in epub docx rtf fb2 pdf; do
    options=
    [ $end != epub ] || options=--no-default-epub-cover
    ebook-convert pandoc-epub3.epub "$work/calibre.$end" $options >/dev/null
    cp "$work/calibre.$end" "calibre-$end.$end"
done
