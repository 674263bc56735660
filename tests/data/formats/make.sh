#!/bin/sh
# Makes the samples again that other programs write: sh tests/data/formats/make.sh
# Needs pandoc, LibreOffice Writer (soffice), calibre (ebook-convert), AbiWord, groff,
# Ghostscript, pdfTeX with German and Latin Modern, Chromium and Sphinx; the tests need
# none of them.
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

# muehle.tex: letters put together (OT1), letters of dots (T1), two columns; and muehle.html.
tex() {
    FORCE_SOURCE_DATE=1 pdflatex -interaction=batchmode -output-directory="$work" \
        -jobname="$1" "\\def\\art{$2}\\input{muehle}" >/dev/null
}
for _ in 1 2; do
    tex latex '\documentclass[11pt,a5paper]{article}'
    tex bitmap '\pdfmapfile{}\pdfpkresolution=180 \documentclass[11pt,a5paper]{article}\usepackage[T1]{fontenc}'
    tex spalten '\documentclass[10pt,twocolumn]{article}\usepackage[T1]{fontenc}\usepackage{lmodern}'
done
cp "$work/bitmap.pdf" muehle-bitmap.pdf
for name in latex spalten; do
    gs -q -sDEVICE=pdfwrite -dSubsetFonts=true -o "muehle-$name.pdf" "$work/$name.pdf"
done
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
    --print-to-pdf=muehle-chromium.pdf "file://$PWD/muehle.html" >/dev/null 2>&1

# mehl.rst, as a book and as a page of a manual.
mkdir "$work/in"
cp mehl.rst "$work/in"
for to in epub html; do
    sphinx-build -q -C -D project=Mehl -D author=Lesepult -D language=de -D root_doc=mehl \
        -D epub_basename=mehl -b $to "$work/in" "$work/$to"
done
cp "$work/epub/mehl.epub" mehl-sphinx.epub
cp "$work/html/mehl.html" mehl-sphinx.html
