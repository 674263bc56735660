"""What a word is: its lemma, its part of speech, its parts, and the particle of its verb.

HanTa tags the whole sentence; the tables in `grammar` overrule it for closed classes, and
verbs are put together with their particles („stand … auf“ → aufstehen). The figures stand in
tests/benchmarks/README.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from reader.model import Span
from reader.words import compounds, grammar
from reader.words.grammar import PartOfSpeech
from reader.words.tagger import Tagged, Tagger, german
from reader.words.tokens import tokens

# The tagger takes time with the square of a word's length (a second at 300 letters).
LONGEST = 80

_OPENING = frozenset("„“‚‘»«›‹\"'([:–—-")
_SUBORDINATE = ("KOUS", "KOUI", "PREL", "PWAV", "PWS", "PWAT")
_FINITE = ("VV(FIN)", "VV(IMP)")
_NOUNS = ("NN", "NNI", "NNA")
_LONG = regex.compile(r"(?:ei|au|äu|eu|ie|gro|grö|spa|spä|stra|fu|fü|ma|mä|gru|grü|sü|sto|stö)ß$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its sentence.

    `parts` are those of a compound or a contraction as (text, lemma), in order, and join to
    `text`; () where there is nothing to take apart. `particle` is where the separated particle
    of a verb stands; its lemma is that of the whole verb.
    """

    span: Span
    text: str
    lemma: str
    kind: PartOfSpeech
    parts: tuple[tuple[str, str], ...] = ()
    particle: Span | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    tagged: Tagged
    is_word: bool


def analyse(sentence: str, offset: int) -> Word | None:
    """The word at that code point of a German sentence, or just before it; None between words.

    At the particle of a separated verb it is the verb.
    """
    found = words(sentence)
    for at in (offset, offset - 1):
        for word in found:
            if word.particle is not None and word.particle.start <= at < word.particle.end:
                return word
        for word in found:
            if word.span.start <= at < word.span.end:
                return word
    return None


@lru_cache(maxsize=64)
def words(sentence: str) -> tuple[Word, ...]:
    """All words of a German sentence, in order."""
    tagger = german()
    line = _tagged(sentence, tagger)
    particles = _particles(line)
    return tuple(
        _word(token, line[particles[i]] if i in particles else None, tagger)
        for i, token in enumerate(line)
        if token.is_word
    )


def _tagged(sentence: str, tagger: Tagger) -> list[_Token]:
    spans = tokens(sentence)
    first = next((i for i, (_, is_word) in enumerate(spans) if is_word), 0)
    spans = spans[first:]  # the tagger wants the word that starts the sentence first
    forms = [span.of(sentence)[:LONGEST] for span, _ in spans]
    for i in range(1, len(forms)):
        if forms[i - 1] in _OPENING and forms[i].istitle():
            tag = tagger.common_tag(forms[i])
            if tag is not None and not tag.startswith("N"):
                forms[i] = forms[i].lower()
    return [
        _Token(span, Tagged(span.of(sentence), tagged.lemma, tagged.tag), is_word)
        for (span, is_word), tagged in zip(spans, tagger.tag(forms), strict=True)
    ]


def _word(token: _Token, particle: _Token | None, tagger: Tagger) -> Word:
    tagged = token.tagged
    form = tagged.form
    kind = grammar.part_of_speech(tagged.tag)
    if len(form) > LONGEST:
        return Word(token.span, form, form, PartOfSpeech.UNKNOWN)
    contraction = grammar.CONTRACTIONS.get(form.lower())
    if contraction is not None and kind in {PartOfSpeech.PREPOSITION, PartOfSpeech.PARTICLE}:
        preposition, article, cut = contraction
        parts = ((form[:cut], preposition), (form[cut:], article))
        return Word(token.span, form, preposition, PartOfSpeech.PREPOSITION, parts)
    if tagged.tag in _NOUNS and form.islower() and form.endswith("n"):
        return Word(token.span, form, form, PartOfSpeech.VERB)  # „zu rauchen“ taken for a noun
    if form.lower() in grammar.ADVERBS:
        return Word(token.span, form, form.lower(), PartOfSpeech.ADVERB)
    lemma = _lemma(tagged, kind, tagger)
    if particle is not None:
        joined = particle.tagged.form.lower() + lemma
        return Word(token.span, form, joined, PartOfSpeech.VERB, particle=particle.span)
    if _is_acronym(form, tagger):
        return Word(token.span, form, form, PartOfSpeech.NAME)
    is_noun = tagged.tag in _NOUNS
    parts = compounds.parts(form, lemma, tagged.tag, tagger) if is_noun else ()
    return Word(token.span, form, lemma, kind, parts)


def _lemma(tagged: Tagged, kind: PartOfSpeech, tagger: Tagger) -> str:
    form, tag = tagged.form, tagged.tag
    low = form.lower()
    if tag.startswith("PPOSAT"):
        return grammar.POSSESSIVES.get(low, tagged.lemma)
    if kind is PartOfSpeech.PRONOUN:
        return grammar.INDEFINITE.get(low) or grammar.PRONOUNS.get(low, tagged.lemma)
    if kind is PartOfSpeech.ADJECTIVE:
        return grammar.ADJECTIVES.get(low) or _spelt_like(form, tagged.lemma)
    if kind is PartOfSpeech.NUMERAL:
        return low
    if kind is PartOfSpeech.NAME:
        return tagged.lemma if form == tagged.lemma + "s" and not form.endswith("ss") else form
    if tag in _NOUNS:
        return _cased_like(form, _spelt_like(form, _noun(tagged, tagger)))
    return _spelt_like(form, tagged.lemma)


def _noun(tagged: Tagged, tagger: Tagger) -> str:
    """A noun whose stem the tagger has never seen is declined like the longest known end of it."""
    stems = [
        piece
        for piece in tagger.morphemes(tagged.form, tagged.tag)
        if piece.kind.startswith(("NN", "VV", "ADJ", "ACR"))
    ]
    if not stems or tagger.weight(stems[-1].text, stems[-1].kind) is not None:
        return tagged.lemma
    form = tagged.form
    for cut in range(2, len(form) - 3):
        tail = form[cut:].capitalize()
        pieces = tagger.morphemes(tail, "NN")
        if all(tagger.weight(piece.text, piece.kind) is not None for piece in pieces):
            known = tagger.tag([tail])[0]
            return form[:cut] + known.lemma.lower() if known.tag in _NOUNS else form
    return form


def _cased_like(form: str, lemma: str) -> str:
    """„us-präsident“ has the capitals of „US-Präsidenten“, as far as both are the same."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same].lower() == lemma[same].lower():
        same += 1
    first = form[:1] if form[:2].isupper() else lemma[:1]
    return first + form[1:same] + lemma[max(same, 1) :]


def _is_acronym(form: str, tagger: Tagger) -> bool:
    """Capitals that are no common word, as „DIE“ in a headline is."""
    if len(form) < 2 or not form.isupper():
        return False
    tag = tagger.common_tag(form)
    return tag is None or tag.startswith(("N", "XY", "FM"))


def _spelt_like(form: str, lemma: str) -> str:
    """The tagger learnt the spelling before 1996: „Schluß“ is „Schluss“ if the form says so.

    After a long vowel ß stays, however the form is spelt („grosse“ as in Switzerland → groß).
    """
    at = lemma.find("ß")
    is_short = not _LONG.search(lemma[: at + 1].lower())
    if at >= 0 and is_short and form[:at] == lemma[:at] and form[at : at + 2] == "ss":
        return lemma[:at] + "ss" + lemma[at + 1 :]
    return lemma


def _particles(line: Sequence[_Token]) -> dict[int, int]:
    """By the place of each separated verb, the place of its particle."""
    clauses = _clauses(line)
    found: dict[int, int] = {}
    for clause_number, clause in enumerate(clauses):
        for place in clause:
            if not _is_particle(line, clause, place):
                continue
            verb = _verb_of(line, clauses, clause_number, place)
            if verb is not None and verb not in found:
                found[verb] = place
    return found


def _clauses(line: Sequence[_Token]) -> list[range]:
    ends = [i for i, token in enumerate(line) if not token.is_word and token.tagged.form in ",;:–—"]
    starts = [0, *(end + 1 for end in ends)]
    return [range(start, end) for start, end in zip(starts, [*ends, len(line)], strict=True)]


def _is_particle(line: Sequence[_Token], clause: range, place: int) -> bool:
    token = line[place]
    if token.tagged.tag == "PTKVZ":
        return True
    if place == clause.start and token.tagged.form in grammar.LEADING:
        return True
    # At the end of a clause stands no preposition and seldom a conjunction: it is a particle.
    is_last = all(not line[i].is_word for i in range(place + 1, clause.stop))
    return is_last and token.tagged.form in grammar.PARTICLES and token.tagged.tag != "PTKZU"


def _verb_of(
    line: Sequence[_Token], clauses: Sequence[range], number: int, place: int
) -> int | None:
    """The nearest finite verb before the particle, past clauses set in between.

    Or the one right after it („Hinzu kommt …“).
    """
    for i in range(number, -1, -1):
        clause = clauses[i]
        if i < number and clause and line[clause.start].tagged.tag.startswith(_SUBORDINATE):
            continue
        for at in range(min(place, clause.stop) - 1, clause.start - 1, -1):
            if line[at].tagged.tag in _FINITE:
                return at
            if line[at].tagged.form.lower() in grammar.HAVING and i == number:
                return at if line[place].tagged.form == "vor" else None
    after = place + 1
    if line[place].tagged.tag == "PTKVZ" or line[place].tagged.form in grammar.LEADING:
        return after if after < len(line) and line[after].tagged.tag in _FINITE else None
    return None
