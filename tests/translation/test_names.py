"""Names that a translation lost, told from nouns, which German capitalises too."""

from __future__ import annotations

import pytest

from reader.translation.names import lost

KEPT = [
    ("Wladimir Selenskij reiste ab.", "Volodymyr Zelenskyy left."),
    ("Andrij Jermak reagierte empört.", "Andriy Yermak was outraged."),
    ("Premier Robert Fico sprach.", "Prime Minister Robert Fico spoke."),
    ("Angela Merkels Rede war kurz.", "Angela Merkel’s speech was short."),
    ("Präsident Trump sprach mit Putin.", "President Trump spoke to Putin."),
    ("Der Präsident Frankreichs kam.", "The French president came."),
    ("Er fuhr von Deutschland nach Österreich.", "He drove from Germany to Austria."),
    ("Die Ukraine und Russland verhandeln.", "Kyiv’s Ukrainian and Russian envoys are talking."),
    ("Großbritannien tritt aus.", "The United Kingdom is leaving."),
    ("Er lebt in München und Wien.", "He lives in Munich and Vienna."),
    ("Die USA und die EU einigten sich.", "The United States and the European Union agreed."),
    ("Die USA schwiegen.", "The U.S. was silent."),
    ("Der BND warnte die NATO.", "The German intelligence service warned NATO."),
    ("Die EZB senkt den Zins.", "The ECB is cutting its rate."),
    ("Ich weiß, dass Tom Sachen verkauft.", "I know that Tom sells things."),
    ("Maria hat Angst vor Hunden.", "Mary is afraid of dogs."),
    ("Kann deine Frau Auto fahren?", "Can your wife drive?"),
    ("Die Frau Gemahlin lässt grüßen.", "My wife sends her regards."),
    ("Herr Abgeordneter, ich danke Ihnen.", "Sir, thank you."),
    ("Der Hund jagte die Katze durch den Garten.", "The dog chased the cat around the yard."),
    ("Am Montag kam der Zug aus Berlin.", "On Monday the train came from Berlin."),
    ("Mehr auf www.beispiel.de/a.", "More at www.beispiel.de/a."),
    ("Mehr auf https://www.beispiel.de/a/", "More at www.Beispiel.de/a"),
    ("Post an info@beispiel.de bitte", "Mail to info@beispiel.de please"),
    ("", ""),
]

LOST = [
    ("Hierfür verdient Torsten Burrichter Respekt.", "The goalkeeper earns respect for this."),
    ("Das sagte Peter Hofreiter gestern.", "This was said by Peter Miller yesterday."),
    ("Herr Klimmet bediente uns.", "We were served."),
    ("Bundeskanzler Scholz reiste ab.", "The shoulder left."),
    ("Er fuhr nach Griechenland.", "He went to the sea."),
    ("In Moskau und Peking schwieg man.", "In Moscow there was silence."),
    ("Die NATO tagte.", "The night met."),
    ("Mehr auf www.beispiel.de/a.", "More at www.e.de/a."),
    ("Post an info@beispiel.de bitte", "Mail to info@example.de please"),
]


@pytest.mark.parametrize(("german", "english"), KEPT)
def test_kept(german: str, english: str) -> None:
    assert not lost(german, english)


@pytest.mark.parametrize(("german", "english"), LOST)
def test_lost(german: str, english: str) -> None:
    assert lost(german, english)
