r"""Strings that want to be more than text in Markdown, HTML, YAML or Obsidian.

Written for these tests: one group for each thing that a string could turn into.
"""

from __future__ import annotations

NAUGHTY = (
    # Headings, rules, front matter
    "# Titel", "###### tief", "#kein", "Titel\n=====", "Titel\n-----", "a\n=", "a\n-", "---",
    "***", "___", "- - -", "* * *", "_ _ _", "---\ntitle: neu\n---", "...", "+++\na = 1\n+++",
    "#", "##", "# Titel #", "\\# Titel", "a\n---\nb", "\n---\n", "=", "====", "-", "--",
    # Quotations, lists, code
    "> Zitat", ">> tiefer", ">", "a\n> b", "- Punkt", "+ Punkt", "* Punkt", "1. eins", "2) zwei",
    "1986. Ein Jahr", "999999999. neun", "1234567890. zehn", "0. null", "-\tTab", "1.\tTab", "-",
    "+", "*", "1.", "1)", "- [ ] offen", "- [x] fertig", "- a\n  - b\n    - c", "    Code",
    "\tCode", "  \t Code", "a\n\n    Code", "```\nCode\n```", "```python", "~~~", "~~~\nx\n~~~",
    "````", "`", "``", "`Code`", "`` ` ``", "a`b", "```js\nalert(1)\n```\nText",
    "> > - 1. # `x`", "* * a", "+ + +", "-5 Grad", "+49 123", "--Strich", "– Strich", "• Punkt",
    # Emphasis, strikethrough, highlights
    "*betont*", "**fett**", "***beides***", "_betont_", "__fett__", "a_b_c", "a*b*c", "*", "**",
    "~~weg~~", "~tief~", "==hell==", "a ==b== c", "=a=", "====", "H~2~O", "x^2^", "*a", "a*", "_a",
    "**a", "*a**", "<u>u</u>", "++neu++", "{--weg--}", "{==hell==}",
    # Links, images, footnotes, citations
    "[Text](https://example.org)", "[Text]", "[Text][1]", "[1]: https://example.org",
    "![Bild](x.png)",
    "![[Notiz]]", "[[Notiz]]", "[[Notiz|Name]]", "[[Notiz#^abc]]", "[a](javascript:alert(1))",
    "<https://example.org>", "<a@example.org>", "https://example.org/a_b_c", "www.example.org",
    "[^1]", "[^1]: Fußnote", "^[im Satz]", "[@doe99]", "[a](<b c> 'd')", "![", "](", "[]()", "[ ]",
    "[a\nb](c)", "[a]: <b>\n'c'", "!", "!!", "\\[a](b)", "[\\](a)", "[a](b\\)",
    # HTML and character references
    "<b>fett</b>", "<script>alert(1)</script>", "<!-- Kommentar -->", "<!--", "-->", "<br>",
    "<br/>",
    "<div>\n\nText\n\n</div>", "<?php echo 1 ?>", "<!DOCTYPE html>", "<![CDATA[x]]>", "<img src=x>",
    "</blockquote>", "<style>p{}</style>", "<", ">", "a < b > c", "&amp;", "&lt;b&gt;", "&#35;",
    "&#x23; Titel", "&nbsp;", "&copy", "&", "R&D", "& so", "&;", "&#;", "&#0;", "<a\nhref='x'>",
    "<iframe src=x", "<svg/onload=alert(1)>", "<details><summary>x</summary>y</details>",
    # Tables, definitions, formulas, attributes, directives
    "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--|--\n1 | 2", "a | b\n|--|--", "a\n:-",
    "a|b\n-:", "|", "a|b", "|a|",
    "Wort\n: Erklärung", ": Erklärung", "::: warning\nText\n:::", ":smile:", "$math$", "$$x^2$$",
    "5 $ und 6 $", "\\(x\\)", "\\[x\\]", "\\begin{a}\nx\n\\end{a}", "{.klasse}", "{#id}",
    "{{ liquid }}",
    "{% raw %}", "<% erb %>", "a {.b}", "Titel {#id}", "@jemand", "#12", "\\$a\\$",
    # Obsidian: block ids, tags, comments, callouts, fields
    "^abc", "Text ^abc", "Text ^abc-1", "a\n\n^abc", "#tag", "ein #tag/unter mitten", "#1a",
    "%%Kommentar%%", "%%\nlang\n%%", "50 % und 60 %", "%%", "%", "[!note] Titel", "> [!note]",
    "key:: Wert", "(key:: Wert)", "---\n^abc",
    # Backslashes, white space, breaks
    "\\", "\\\\", "a\\", "a\\\nb", "\\*", "\\n", "a  \nb", "a\nb", "a\r\nb", "a\rb", "a\n\nb",
    "a\n\n\n\nb",
    " a", "a ", "  a  ", "\ta\t", "a\t\tb", "a   b", "\n", "\n\na", "a\n\n", " \n ", "a\n \nb",
    "a\n\t\nb",
    "\u00a0a\u00a0", "\u3000a", "a\u2003", "\ufeffa", "a\ufeff", "\u200ba\u200b", "a\u2028b",
    "a\u2029b",
    "a\vb", "a\fb", "a\x85b", "\u00a0", "\ufeff", "a\n\u00a0\nb", "\\\n\\", "`\n`", "*\n*",
    # Unicode and what is no text
    "\u202eabc\u202c", "\u2067rechts\u2069", "שלום", "مرحبا", "ﷺ", "😀", "👩\u200d👩\u200d👧",
    "e\u0301",
    "Z̸̢͝a̵͜l̷g̶o̴", "中文，字符。", "\x00", "a\x00b", "\x1b[31mrot\x1b[0m", "\x07\x08", "\x7f", "\ud800",
    "a\udfffb", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\ufffd", "\U0010ffff", "ﬀ", "ß", "ẞ",
    # YAML
    "a: b", "a: b: c", "- a", "? a", "'", '"', "''", '"a"', "'a", "yes", "null", "~", "1e3",
    "2024-01-01",
    "!tag", "&anker", "*alias", "%YAML 1.2", "@a", "`a`", "|", ">", "| \n x", "{a: 1}",
    "[a, b]", "# x",
    "a #b", "a:", ":a", "\\x41", "\\u0041", "=", "<<",
    # Long, and prose that has to stay as it is
    "a" * 5_000, "*" * 500, "[" * 500, "> " * 200, "`" * 300, "a " * 2_000, "\n".join("ab" * 100),
    "„Das ist das höchste Maß an Unverschämtheit“, schrieb er.",
    "Er kam (spät) – und ging; doch: wohin?",
)  # fmt: skip
