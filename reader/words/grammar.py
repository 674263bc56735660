"""Tables of German that the tagger does not bring: closed classes, contractions, tags."""

from __future__ import annotations

from enum import StrEnum


class PartOfSpeech(StrEnum):
    """What kind of word it is; a guess by the context."""

    NOUN = "noun"
    NAME = "name"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    ARTICLE = "article"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    NUMERAL = "numeral"
    PARTICLE = "particle"
    INTERJECTION = "interjection"
    UNKNOWN = "unknown"


# By the first letters of an STTS tag, the longer first.
_BY_TAG = {
    "NE": PartOfSpeech.NAME,
    "N": PartOfSpeech.NOUN,
    "V": PartOfSpeech.VERB,
    "ADJ": PartOfSpeech.ADJECTIVE,
    "ADV": PartOfSpeech.ADVERB,
    "PROAV": PartOfSpeech.ADVERB,
    "PWAV": PartOfSpeech.ADVERB,
    "ART": PartOfSpeech.ARTICLE,
    "AP": PartOfSpeech.PREPOSITION,
    "K": PartOfSpeech.CONJUNCTION,
    "CARD": PartOfSpeech.NUMERAL,
    "PTK": PartOfSpeech.PARTICLE,
    "P": PartOfSpeech.PRONOUN,
    "ITJ": PartOfSpeech.INTERJECTION,
}


def part_of_speech(tag: str) -> PartOfSpeech:
    """The part of speech that an STTS tag stands for."""
    fitting = [start for start in _BY_TAG if tag.startswith(start)]
    return _BY_TAG[max(fitting, key=len)] if fitting else PartOfSpeech.UNKNOWN


def _forms(table: str) -> dict[str, str]:
    """From lines of “lemma: form form …”."""
    lines = (line.partition(":") for line in table.strip().splitlines())
    return {form: lemma.strip() for lemma, _, forms in lines for form in forms.split()}


def _declined(stems: str) -> dict[str, str]:
    """All forms of words that decline like „dieser“, by their lemmas."""
    return {
        lemma.removesuffix("er").removesuffix("e") + ending: lemma
        for lemma in stems.split()
        for ending in ("e", "er", "es", "en", "em")
    }


# Lemmas of pronouns as dictionaries have them. They hold for words tagged as a pronoun only.
PRONOUNS = _forms(
    """
    ich: ich mich mir meiner
    du: du dich dir deiner
    er: er ihn ihm
    sie: sie ihr ihnen
    es: es
    wir: wir uns
    ihr: euch
    sich: sich
    wer: wer wen wem wessen
    was: was
    man: man
    jemand: jemand jemanden jemandem jemandes
    niemand: niemand niemanden niemandem niemandes
    der: der die das den dem des dessen deren denen derer
    derselbe: derselbe dieselbe dasselbe denselben demselben dieselben derselben desselben
    derjenige: derjenige diejenige dasjenige diejenigen denjenigen derjenigen
    dieser: dies
    alle: all
    beide: beides
    viel: viel viele vieler vieles vielen vielem
    wenig: wenig wenige weniger weniges wenigen wenigem
    meist: meiste meisten
    weiter: weitere weiterer weiteres weiteren weiterem
    mehr: mehr
    etwas: etwas
    nichts: nichts
    """
) | _declined(
    """
    dieser jener jeder mancher solcher welcher anderer einige alle beide mehrere etliche keiner
    """
)
# Only the possessives themselves: „ihr“ is „sie“ as a pronoun, „ihr“ before a noun.
POSSESSIVES = {
    stem + ending: lemma
    for stem, lemma in (
        *((lemma, lemma) for lemma in "mein dein sein ihr unser euer".split()),
        ("unsr", "unser"),
        ("eur", "euer"),
    )
    for ending in ("", "e", "er", "es", "en", "em")
}
INDEFINITE = {"ein" + ending: "ein" for ending in ("", "e", "er", "es", "en", "em", "s")} | {
    "kein" + ending: "kein" for ending in ("", "e", "er", "es", "en", "em", "s")
}
ADJECTIVES = _declined("anderer") | _forms(
    """
    nah: nächste nächster nächstes nächsten nächstem
    weiter: weitere weiterer weiteres weiteren weiterem
    """
)
# Grown together with a preposition; before its verb the tagger takes one for a verb.
ADVERBS = frozenset("infrage instand zugrunde zugute zunutze zustande zutage zuwege".split())

# The preposition, the article, and how many letters of the word are the preposition's.
CONTRACTIONS = {
    "am": ("an", "dem", 1),
    "ans": ("an", "das", 2),
    "aufs": ("auf", "das", 3),
    "beim": ("bei", "dem", 3),
    "durchs": ("durch", "das", 5),
    "fürs": ("für", "das", 3),
    "hinterm": ("hinter", "dem", 6),
    "hinters": ("hinter", "das", 6),
    "im": ("in", "dem", 1),
    "ins": ("in", "das", 2),
    "übers": ("über", "das", 4),
    "überm": ("über", "dem", 4),
    "ums": ("um", "das", 2),
    "unterm": ("unter", "dem", 5),
    "unters": ("unter", "das", 5),
    "vom": ("von", "dem", 2),
    "vorm": ("vor", "dem", 3),
    "vors": ("vor", "das", 3),
    "zum": ("zu", "dem", 2),
    "zur": ("zu", "der", 2),
}

# Particles of separable verbs that are common words too, as the tagger sees them at times.
PARTICLES = frozenset(
    """
    ab an auf aus bei durch ein fest fort frei gegenüber heim her herab heran heraus herbei herein
    herum herunter hervor hin hinaus hinein hinzu hoch los mit nach nieder statt teil über um unter
    vor voran voraus vorbei weg zu zurück zusammen preis bevor fehl dar zurecht
    """.split()
)
# Particles that may begin a sentence, right before their verb: „Hinzu kommt …“.
LEADING = frozenset(("Hinzu", "Fest", "Hervor"))
# „hat … vor“ is the one common verb of „haben“ with a particle that is a preposition too.
HAVING = frozenset("habe hast hat haben habt hatte hattest hatten hattet".split())
