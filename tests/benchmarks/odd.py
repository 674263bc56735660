"""A thousand inputs that no translation model was trained on, the same in every run."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

WORDS = (
    "Haus Straße Regen Wagen Fenster Schützenpanzer Aufmerksamkeit Krankenversicherung Mühle"
    " Wahlkreis Abendbrot Geschwindigkeitsbegrenzung Schlüssel Hund Zug Gemeinde Fluss Nebel"
).split()
SENTENCES = (
    "Der alte Mann ging langsam über die Straße und sah sich nicht um.",
    "Die Regierung hat gestern neue Regeln für den Verkehr in den Städten beschlossen.",
    "Wer heute noch ein Haus bauen will, braucht viel Geduld und noch mehr Geld.",
    "Im Winter sind die Wege nass, und die Kinder bleiben lieber zu Hause.",
    "Niemand wusste, warum das Licht im Turm die ganze Nacht brannte.",
    "Sie legte den Brief auf den Tisch und schloss die Tür hinter sich.",
)
FOREIGN = (
    "The old man walked slowly across the street and did not look back.",
    "Le vieil homme traversa lentement la rue sans se retourner pour les enfants.",
    "El viejo cruzó la calle despacio y no miró hacia atrás para ver a los niños.",
    "Il vecchio attraversò la strada che porta al mare e non si voltò per salutare.",
    "De oude man liep langzaam over de straat en keek niet om, het was een lange dag.",
    "Starzec powoli przeszedł przez ulicę i nie obejrzał się za siebie.",
    "Старик медленно перешёл улицу и не оглянулся.",
    "老人慢慢地穿过街道，没有回头。",
    "老人はゆっくりと通りを渡り、振り返らなかった。",
    "عبر الرجل العجوز الشارع ببطء ولم ينظر إلى الوراء.",
    "Senex viam lente transiit neque respexit.",
)
EMOJI = "😀😅🎉🚗🏠👨‍👩‍👧❤️🇩🇪👍🏽☕"


def inputs(count: int = 1000, seed: int = 7) -> list[tuple[str, str]]:
    """Pairs of kind and text, as many of each kind, in no order."""
    chance = random.Random(seed)
    kinds = [*KINDS.items()]
    made = [
        (kind, make(chance))
        for number in range(count)
        for kind, make in [kinds[number % len(kinds)]]
    ]
    chance.shuffle(made)
    return made


def _sentence(chance: random.Random) -> str:
    return chance.choice(SENTENCES)


def _word(chance: random.Random) -> str:
    return chance.choice(WORDS)


def _url(chance: random.Random) -> str:
    path = "".join(chance.choices(string.ascii_letters + string.digits + "/-_.?=&%", k=40))
    return chance.choice([f"https://www.beispiel.de/{path}", f"Mehr unter www.beispiel.de/{path}."])


def _mail(chance: random.Random) -> str:
    address = f"{_word(chance).lower()}@beispiel.de"
    return f"Schreiben Sie an {address} oder rufen Sie 0{chance.randrange(10**8)} an."


def _table(chance: random.Random) -> str:
    row = [f"{_word(chance)} | {chance.randrange(1000)} | {chance.random():.2f} €" for _ in "123"]
    return chance.choice(["  ", " || ", "\t"]).join(row)


def _capitals(chance: random.Random) -> str:
    return _sentence(chance).upper().rstrip(".")


def _foreign(chance: random.Random) -> str:
    return chance.choice(FOREIGN)


def _emoji(chance: random.Random) -> str:
    faces = "".join(chance.choices(EMOJI, k=chance.randrange(1, 20)))
    return chance.choice([faces, f"{_sentence(chance)} {faces}", f"{faces} {_word(chance)}"])


def _code(chance: random.Random) -> str:
    name = _word(chance).lower()
    return chance.choice(
        [
            f"def {name}(x): return x + {chance.randrange(99)}",
            f"git commit -m 'fix {name}' && git push origin main",
            f"SELECT {name}, count(*) FROM tabelle WHERE id > {chance.randrange(99)};",
            f'<div class="{name}"><a href="#{name}">Link</a></div>',
            f"C:\\Users\\{name}\\Desktop\\bericht.final.pdf",
        ]
    )


def _one_word(chance: random.Random) -> str:
    return _word(chance) + chance.choice(["", ".", "!", "?", ":"])


def _compound(chance: random.Random) -> str:
    return _word(chance) + "".join(_word(chance).lower() for _ in range(chance.randrange(2, 8)))


def _long(chance: random.Random) -> str:
    length = 5000 if chance.random() < 0.1 else chance.randrange(100, 500)
    return " ".join(_word(chance).lower() for _ in range(length))


def _repeated(chance: random.Random) -> str:
    return chance.choice([_word(chance) + " ", "Nein, ", "ha", "Sehr ", "la "]) * chance.randrange(
        4, 40
    )


def _noise(chance: random.Random) -> str:
    return "".join(chance.choices(string.printable + "äöüßÄÖÜ€§„“–…", k=chance.randrange(5, 80)))


def _unicode(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(32, 0x2FFF)) for _ in range(chance.randrange(5, 40)))


def _numbers(chance: random.Random) -> str:
    return ", ".join(str(round(chance.random() * 10**5, 2)) for _ in range(chance.randrange(3, 30)))


def _list(chance: random.Random) -> str:
    return " ".join(f"{number}. {_word(chance)}" for number in range(1, chance.randrange(3, 15)))


def _headline(chance: random.Random) -> str:
    return f"{_word(chance)}: {_word(chance)} und {_word(chance)} ohne {_word(chance)}"


def _broken(chance: random.Random) -> str:
    text = _sentence(chance)
    at = chance.randrange(len(text))
    return chance.choice([text[:at], text.replace(" ", ""), text[::-1], text.replace("e", "")])


def _stretched(chance: random.Random) -> str:
    return f"N{'e' * chance.randrange(3, 60)}in, d{'a' * chance.randrange(3, 60)}s ist nicht wahr!"


def _quoted(chance: random.Random) -> str:
    return f"„{_sentence(chance)}“, »{_word(chance)}« und ‚{_word(chance)}‘ (siehe S. 4)"


def _mixed(chance: random.Random) -> str:
    return f"{_foreign(chance)} {_sentence(chance)} {_url(chance)}"


KINDS: dict[str, Callable[[random.Random], str]] = {
    maker.__name__.strip("_").replace("_", " "): maker
    for maker in (
        *(_url, _mail, _table, _capitals, _foreign, _emoji, _code, _one_word, _compound, _long),
        *(_repeated, _noise, _unicode, _numbers, _list, _headline, _broken, _stretched, _quoted),
        _mixed,
    )
}
