"""Whether a translation has lost a name.

German writes every noun with a capital, so a name is one only where something says so: a
first name or a title before it, or its place in the tables below. Spelling is compared
loosely, for names are transliterated: Selenskij, Zelenskyy.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from itertools import islice

import regex

# What English words for a place or a body begin with; for what is not told, itself.
_PLACES = {
    place: stems or [place]
    for place, *stems in (
        entry.split()
        for entry in """
        Deutschland German|Österreich Austria|Schweiz Swiss Switzerland|Frankreich French France|
        Italien Ital|Spanien Spain Spanish|Portugal Portug|Polen Poland Polish Poles|
        Tschechien Czech|Ungarn Hungar|Russland Russia|Rußland Russia|Ukraine Ukrain|
        Griechenland Gree|Großbritannien Brit U.K. UK United|England Engl Brit|Schottland Scot|
        Irland Irish Ireland|Niederlande Dutch Netherlands Holland|Belgien Belgi|Luxemburg Luxem|
        Dänemark Danish Denmark Danes|Schweden Swed|Norwegen Norw|Finnland Finland Finnish|
        Estland Eston|Lettland Latvia|Litauen Lithuan|Serbien Serb|Kroatien Croat|Bosnien Bosnia|
        Rumänien Romania Rumania|Bulgarien Bulgar|Kosovo Kosov|Türkei Turk Türk|China Chin|Japan|
        Indien India|Pakistan|Afghanistan Afghan|Iran|Irak Iraq|Syrien Syria|Israel|Vietnam|
        Ägypten Egypt|Libyen Liby|Afrika Afric|Europa Europ|Asien Asia|Australien Austral|
        Neuseeland Zealand|Kanada Canad|Mexiko Mexic|Brasilien Brazil|Argentinien Argentin|
        Kuba Cuba|Nordkorea Korea|Südkorea Korea|Alaska|Kalifornien Calif|Krim Crimea|
        Berlin|Hamburg|München Munich München|Köln Cologne Köln|Frankfurt|Wien Vienn Wien|
        Genf Genev|Brüssel Brussel|Paris|London|Rom Rom|Mailand Milan|Venedig Veni|Athen Athen|
        Moskau Mosc Musc|Kiew Kyiv Kiev|Warschau Warsaw|Prag Pragu Praha|Lissabon Lisb|
        Peking Beijing Peking|Tokio Tokyo|Washington D.C.|Bayern Bavaria Bayern|Sachsen Saxon|
        Saporoschje Zapor Sapor|NATO|CIA|FBI|NASA|BMW|CDU Christ|CSU Christ|SPD Social|
        FDP Liberal|AfD Alternat|BND Intellig|IWF IMF Monetary|EZB ECB BCE Central|OSZE OSCE|
        EU Europ Union EC|USA US U.S. United States Americ
        """.split("|")
    )
}

_TITLES = frozenset(
    """
    Herr Herrn Frau Präsident Präsidentin Kanzler Kanzlerin Bundeskanzler Bundeskanzlerin
    Ministerpräsident Ministerpräsidentin Premierminister Premierministerin Außenminister
    Außenministerin Innenminister Innenministerin Verteidigungsminister Finanzminister Senator
    """.split()
)

# After these a title is a word like any other: „die Frau“, „ein Präsident“.
_ARTICLES = frozenset(
    """
    der die das dem den des ein eine einem einen einer eines kein keine jede jeder diese dieser
    mein meine meiner meinem dein deine deiner deinem sein seine seiner seinem ihr ihre ihrer
    ihrem unser unsere unserer junge jungen alte alten erste ersten
    """.split()
)

_FIRST_NAMES = frozenset(
    """
        Adam Adolf Albert Alexander Alexei Alfred Ali Anatoli Andrea Andreas Andrei Andrij
        Angela Ann Anna Annalena Anne Annegret Anton Antonio Arnold Arthur Barack Barbara
        Ben Benjamin Bernard Bernd Bernie Bill Bob Boris Brigitte Bruce Bruno Carl Carlos
        Carol Caroline Charles Charlie Chris Christian Christina Christine Christoph Claudia
        Dan Daniel David Dennis Diana Dieter Dmitri Donald Eduard Edward Elena Elisabeth
        Elizabeth Emily Emma Emmanuel Eric Erich Ernst Eva Felix Florian Francis Francisco
        Frank Franz Fred Friedhelm Friedrich Fritz Gabriel Gary Georg George Gerd Gerhard
        Gisela Giuseppe Greg Gregor Guido Gustav Günter Günther Hannah Hans Harald Harry
        Heinrich Heinz Helen Helmut Henry Herbert Hermann Hillary Holger Horst Howard Hubert
        Hugo Ian Igor Ingo Ingrid Irina Isaac Ivan Iwan Jack Jacob Jacques Jakob James Jan
        Jana Jane Janet Janine Jason Jean Jeff Jennifer Jens Jeremy Jerry Jessica Jim Jimmy
        Joachim Jochen Joe Johann Johannes John Johnny Jonathan Jose Josef Joseph José Juan
        Julia Julian Justin Jörg Jürgen Kai Karin Karl Kate Katharina Kathrin Katrin Keith
        Ken Kevin Kim Klaus Konrad Kristina Kurt Lars Laura Lena Leo Leon Leonardo Leonid
        Linda Lisa Lothar Louis Lucas Ludwig Luis Lukas Lutz Magdalena Maik Manfred Manuel
        Marc Marcel Marco Marcus Margaret Maria Marie Mario Marion Mark Markus Martin
        Martina Mary Matt Matthew Matthias Max Maximilian Melanie Michael Michail Michel
        Miguel Mike Mikhail Mohammed Monika Nadine Nancy Natalia Nicolas Nicole Nikolai Nils
        Nina Norbert Olaf Oleg Oliver Oskar Otto Patricia Patrick Paul Pedro Peter Petra
        Phil Philip Philipp Pierre Rainer Ralf Ralph Rebecca Recep Reinhard Renate Richard
        Rishi Rita Robert Roger Roland Rolf Ron Ronald Rudolf Russell Ryan Sabine Sam Samuel
        Sandra Sarah Scott Sebastian Sergei Sergej Sigmar Sigmund Silke Silvia Simon Sofia
        Sophie Stefan Stefanie Steffen Stephan Stephen Steve Steven Susan Susanne Sven
        Sylvia Tanja Theo Theodor Theresa Thomas Thorsten Tim Tina Tobias Tom Tony Torsten
        Udo Ulrich Ulrike Ursula Uwe Valentin Vera Victor Viktor Vincent Vladimir Volker
        Walter Werner Wilhelm Wilhelmine William Willy Wladimir Wolfgang Wolodymyr Yvonne
    """.split()
)

_TOKEN = regex.compile(r"(?:\p{Lu}|Dr|Prof)\.|\p{L}[\p{L}'’-]*|[^\s\p{L}]+")
_CAPITALISED = regex.compile(r"\p{Lu}\p{Ll}[\p{L}'’-]*")
_BETWEEN = regex.compile(r"\p{Lu}\.|von|van|de|del|al|bin|Dr\.|Prof\.")
_NOUN = regex.compile(
    r".*(?:ungs?|ungen|heit|keit|schaft|tion|tionen|tät|ismus)"
    r"|(?:Abgeordnet|Präsident|Kommiss|Kolleg|Minister|Ober|Doktor|Professor|Hohe|Bericht"
    r"|General|Direktor|Vorsitz|Ihnen|Sie$).*"
)
_ADDRESS = regex.compile(
    r"\bwww\.[^\s<>\"“”„«»()]*[\w]|(?<![\w.%+-])[\w.%+-]++@[\w-]++(?:\.[\w-]++)+"
)
_WORD = regex.compile(r"\p{L}+")
_PERSONS = 20  # looked for in a sentence; comparing loosely is slow
_NEAR = 0.55  # least likeness of two spellings of a name
_SAME_FIRST = 0.7


def lost(source: str, target: str) -> bool:
    """Whether a place, a person or an address of the German is missing from the English."""
    words = _WORD.findall(target)
    places = _PLACES.keys() & _TOKEN.findall(source)
    persons = set(islice(_persons(source), _PERSONS))
    return (
        any(not _place(place).search(target) for place in places)
        or any(_is_lost(first, name, words) for first, name in persons)
        or any(address not in target.lower() for address in _ADDRESS.findall(source.lower()))
    )


@cache
def _place(place: str) -> regex.Pattern[str]:
    stems = [place, *_PLACES[place]]
    bodies, words = (
        "|".join(regex.escape(stem) for stem in stems if stem.isupper() is upper)
        for upper in (True, False)
    )
    return regex.compile(rf"(?<!\p{{L}})(?:(?:{bodies or '(?!)'})|(?i:{words or '(?!)'}))")


def _persons(text: str) -> Iterator[tuple[str, str]]:
    """The names of persons in a German text, each with the first name or title before it."""
    tokens = _TOKEN.findall(text)
    for at, token in enumerate(tokens):
        is_title = token in _TITLES and not (at and tokens[at - 1].lower() in _ARTICLES)
        if not is_title and token not in _FIRST_NAMES:
            continue
        following = tokens[at + 1 : at + 5]
        name = next((t for t in following if not (t in _FIRST_NAMES or _BETWEEN.fullmatch(t))), "")
        if _CAPITALISED.fullmatch(name) and name not in _TITLES and not _NOUN.fullmatch(name):
            yield token, name


def _is_lost(first: str, name: str, words: list[str]) -> bool:
    folded = [_fold(word) for word in words]
    wanted = _fold(name)
    if wanted.removesuffix("s") in "".join(folded):
        return False
    firsts = get_close_matches(_fold(first), set(folded), 3, _SAME_FIRST)
    names = {fold for fold, word in zip(folded, words, strict=True) if word[0].isupper()}
    if get_close_matches(wanted, names.difference(firsts), 1, _NEAR):
        return False
    if first in _TITLES:
        return True
    # „dass Tom Sachen kauft“: the first name is there, and no other name after it.
    seconds = zip(folded, [*words[1:], ""], strict=True)
    return not firsts or any(word in firsts and second[:1].isupper() for word, second in seconds)


def _fold(word: str) -> str:
    """A word without case and accents, and with ä as a: letters that transliterations keep."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(filter(str.isalpha, plain))
