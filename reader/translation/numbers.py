"""Whether a sentence and its translation tell the same numbers.

Numbers in digits must be told by the other side, in digits or in words: „zwei“ for 2, “half
past seven” for 19.30, “October” for 10. Numbers in words may go, but not change. What can be
read in several ways may be read in any, so that what is reported differs in every reading.
German and English words are known; others tell nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

import regex

_GROUPED = r"\d{1,3}(?P<mark>[.,'’\u00a0\u202f ])\d{3}(?:(?P=mark)\d{3})*+(?:[.,]\d+)?(?!\d)"
_NUMBER = regex.compile(
    rf"(?P<digits>{_GROUPED}|\d+(?:[.,]\d+)?)(?:[-\s\u00a0\u202f]?(?P<unit>\p{{L}}+))?", regex.ASCII
)
_DIGIT = regex.compile(r"[0-9]")
_NUMBER_SIGN = regex.compile(r"\p{No}")  # ², ½
_FORMULA = regex.compile(r"(?<=\b(?:[kcdm]?m|CO|H|O|N))[0-9]\b")  # m2, CO2: “square metres”
_WORD = regex.compile(r"\b\p{L}{2,60}\b")
_ROMAN = regex.compile(r"\b[IVXL]{1,8}\b")
_MILITARY = regex.compile(r"0[0-9][0-5][0-9]|1[0-9][03]0|2[0-3][03]0")  # 0230, 1200 hours
_CLOCK = regex.compile(r"\bUhr\b|[0-9]\s?[ap]\.?m\b|o[’']clock", regex.IGNORECASE)

_UNITS = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TYS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

# The plain numerals, but for one; folded like all words here, so that ß is ss.
_PLAIN = {
    word: value
    for numerals in (_UNITS + _TEENS, _ONES)
    for value, word in enumerate(numerals)
    if value > 1
} | {word: 10 * value for tens in (_TENS, _TYS) for value, word in enumerate(tens, 2)}


def _german_numerals() -> dict[str, int]:
    """What a German word for a number, its ordinal or its compound may begin with."""
    compounds = {
        f"{unit}und{ten}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, 2)
        for ones, unit in enumerate(_UNITS[1:10], 1)
    }
    numerals = {word: value for value, word in enumerate(_UNITS + _TEENS)}
    numerals |= {word: 10 * value for value, word in enumerate(_TENS, 2)} | compounds
    return numerals | {"zwo": 2, "erst": 1, "dritt": 3, "siebt": 7, "beid": 2, "paar": 2}


def _english_numerals() -> dict[str, int]:
    numerals = {word: value for value, word in enumerate(_ONES)}
    numerals |= {word: 10 * value for value, word in enumerate(_TYS, 2)}
    ordinals = {f"{word}th".replace("yth", "ieth"): value for word, value in numerals.items()}
    decades = {word[:-1] + "ies": 10 * value for value, word in enumerate(_TYS, 2)}
    return numerals | ordinals | decades | {
        "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
        "once": 1, "twice": 2, "double": 2, "both": 2, "couple": 2, "pair": 2, "triple": 3,
        "noon": 12, "midnight": 12, "mittag": 12, "mitternacht": 12,
    }  # fmt: skip


_GERMAN = _german_numerals()
_NUMERAL = regex.compile("|".join(sorted(_GERMAN, key=len, reverse=True)))
_ENGLISH = _english_numerals()

_FACTORS = {
    "decade": 10, "jahrzehnt": 10, "jahrzehnte": 10, "jahrzehnten": 10,
    "dozen": 12, "dutzend": 12, "hundred": 100, "hundert": 100, "century": 100,
    "thousand": 10**3, "tausend": 10**3, "tsd": 10**3, "k": 10**3,
    "million": 10**6, "millionen": 10**6, "mio": 10**6, "m": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**9, "bn": 10**9,
    "billionen": 10**12, "trillion": 10**12,
}  # fmt: skip

_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january januar jänner|feb february februar|mar march mär märz|apr april"
        "|mai|jun june juni|jul july juli|aug august|sep sept september"
        "|oct okt october oktober|nov november|dec dez december dezember".split("|"),
        1,
    )
    for name in names.split()
}

# A part of a whole, and the minutes of an hour and share of a hundred it stands for.
_PARTS = {
    "half": ("0.5", "30", "50"), "halb": ("0.5", "30", "50"), "halbe": ("0.5", "30", "50"),
    "halben": ("0.5", "30", "50"), "hälfte": ("0.5", "30", "50"), "einhalb": ("0.5",),
    "quarter": ("0.25", "15", "25", "45"), "viertel": ("0.25", "15", "25", "45"),
    "quarters": ("0.75", "45", "75"), "dreiviertel": ("0.75", "45", "75"),
    "viertelstunde": ("15",), "anderthalb": ("1.5",), "eineinhalb": ("1.5",),
    "zweieinhalb": ("2.5",), "dreieinhalb": ("3.5",),
}  # fmt: skip


def differ(source: str, target: str) -> bool:
    """Whether a number in digits of one text is not told by the other, or a word's changed."""
    if not (_DIGIT.search(source) or _DIGIT.search(target) or _PLAIN.keys() & _words(source)):
        return False  # as most sentences
    clock = bool(_CLOCK.search(source) or _CLOCK.search(target))
    told_by_source, told_by_target = _told(source), _told(target)
    return (
        _has_untold(source, target, told_by_target, clock=clock)
        or _has_untold(target, source, told_by_source, clock=clock)
        or (
            _has_untold_words(source, told_by_target, clock=clock)
            and _has_untold_words(target, told_by_source, clock=clock)
        )
    )


def _has_untold(text: str, other: str, told: set[Decimal], *, clock: bool) -> bool:
    """Whether `text` has a number in digits that is not among the values `told` by the other."""
    same = {number["digits"] for number in _NUMBER.finditer(other)} | {"00"}  # of 10:00
    return any(
        number["digits"] not in same
        and not any(
            all(told & _alike(value, number["unit"], clock=clock) for value in reading)
            for reading in _readings(number)
        )
        for number in _NUMBER.finditer(_FORMULA.sub("", text))
    )


def _has_untold_words(text: str, told: set[Decimal], *, clock: bool) -> bool:
    values = (Decimal(_PLAIN[word]) for word in _words(text) if word in _PLAIN)
    return any(not told & _alike(value, None, clock=clock) for value in values)


def _readings(number: regex.Match[str]) -> Iterator[tuple[Decimal, ...]]:
    """The ways to read a number; each is the values that must all be told."""
    digits, mark = number["digits"], number["mark"]
    if mark:
        yield (Decimal(digits.replace(mark, "").replace(",", ".")),)
    if _MILITARY.fullmatch(digits):
        yield Decimal(digits[:2]), *filter(None, [Decimal(digits[2:])])
    parts = regex.split("[.,]", digits)
    if len(parts) == 2 and "".join(parts).isdecimal():
        yield (Decimal(".".join(parts)),)
    if not mark:  # two parts: a date or a time
        yield Decimal(parts[0]), *(Decimal(part) for part in parts[1:] if int(part))


def _alike(value: Decimal, unit: str | None, *, clock: bool) -> set[Decimal]:
    """What a translator may write for a value: 7 for 19 (o'clock), 1990 for 90, 1700 for 18."""
    values = {value, value * _factor(unit)}
    if clock and value <= 24:
        values |= {value - 12, value + 12}
    if value <= 21:
        values.add(100 * (value - 1))
    if 10 <= value < 100:
        values |= {1900 + value, 2000 + value}
    elif 1100 <= value < 2100:
        values |= {value % 100 or value, value / 100 + 1}
    return values


def _told(text: str) -> set[Decimal]:
    """All values that a text may be said to tell."""
    return {
        Decimal(1),  # “a”, „ein“
        *_told_by_digits(text),
        *_told_by_words(_words(text)),
        *map(_roman, _ROMAN.findall(text)),
        *([Decimal(5)] if "May" in text else []),
    }


def _told_by_digits(text: str) -> Iterator[Decimal]:
    for number in _NUMBER.finditer(text):
        for value in (value for reading in _readings(number) for value in reading):
            yield from (value, value * _factor(number["unit"]))
    for sign in _NUMBER_SIGN.findall(text):
        yield Decimal(str(unicodedata.numeric(sign, 1)))


def _told_by_words(words: Iterable[str]) -> Iterator[Decimal]:
    total = current = part = Decimal(0)  # of “two million three hundred thousand”, of “half a”
    for word in words:
        value = Decimal(_ENGLISH.get(word) or _ENGLISH.get(word.removesuffix("s")) or _german(word))
        if word in _MONTHS:
            yield Decimal(_MONTHS[word])
        elif word in _PARTS:
            part, *others = map(Decimal, _PARTS[word])
            yield from (value, *others)
            current += part
        elif (factor := _factor(word.removesuffix("s"))) > 1:
            yield from filter(None, [part * factor])
            current = max(current, Decimal(1)) * factor
            if factor > 100:
                total, current = total + current, Decimal(0)
        elif value:
            yield value
            if part:
                yield value - 1 or Decimal(12)  # „halb acht“ is 7.30
            tens = value < 10 <= current % 100 and current % 10 == 0
            current = current + value if tens or value < 100 <= current else value
        elif word not in ("and", "und"):
            total = current = Decimal(0)
        yield from filter(None, (total + current, current))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _factor(unit: str | None) -> int:
    return _FACTORS.get((unit or "").casefold(), 1)


def _german(word: str) -> int:
    """The number that a German word begins with, or 0: „zweiundzwanzigjährig“ tells 22."""
    for name, factor in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(name)
        if found:
            return (_german(head) or 1) * factor + _german(tail.removeprefix("und"))
    numeral = _NUMERAL.match(word)
    return _GERMAN[numeral[0]] if numeral else 0


def _roman(numeral: str) -> Decimal:
    sizes = [{"I": 1, "V": 5, "X": 10, "L": 50}[digit] for digit in numeral]
    signed = (-size if size < max(sizes[at:]) else size for at, size in enumerate(sizes))
    return Decimal(sum(signed))
