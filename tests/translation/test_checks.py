"""What is flagged, and what is not: hand-written pairs, any text, the real model."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.engines import Decoding, Use, load
from reader.model import Flag
from reader.translation.checks import REASONS, check

SOUND = [
    ("Der Hund schläft.", "The dog is asleep."),
    ("Das ist sehr, sehr gut.", "That is very, very good."),
    ("Es wurde immer dunkler.", "It grew darker and darker."),
    ("Er hatte genug gehabt.", "He had had enough."),
    ("Nein, nein, nein, nein!", "No, no, no, no!"),
    ("Ha ha ha ha ha ha!", "Ha ha ha ha ha ha!"),
    ("Neeeeeeeeeein!", "Nooooooooooo!"),
    # what may be the same in both languages
    ("Berlin, Paris, London", "Berlin, Paris, London"),
    ("Microsoft Office 365", "Microsoft Office 365"),
    ("Hotel", "Hotel"),
    ("iPhone 15 Pro", "iPhone 15 Pro"),
    ("print(x + 1)", "print(x + 1)"),
    ("https://www.beispiel.de/a", "https://www.beispiel.de/a"),
    ("12.03.2024, 19.30", "12.03.2024, 19.30"),
    ("The cat sat on the mat.", "The cat sat on the mat."),
    ("Er las „Das Boot“.", "He read “Das Boot.”"),
    ("Im „Spiegel“ stand „Wer hat Angst?“.", "Der Spiegel ran “Wer hat Angst?”"),
    ("Ludwig van Beethoven", "Ludwig van Beethoven"),
    # length
    ("Geschwindigkeitsbegrenzung", "Speed limit"),
    ("Ja.", "Yes, indeed I do."),
    ("Na und?", "So what?"),
    ("Halb acht", "7:30"),
    # nothing to translate
    ("***", "***"),
    ("🙂", "🙂"),
    ("", ""),
]

UNSOUND = [
    (Flag.EMPTY, "Der Hund schläft.", ""),
    (Flag.EMPTY, "Der Hund schläft.", " . "),
    (Flag.EMPTY, "Wagen | 357 | Zug | 936 | Haus", "| 357 | | 936 |"),
    (Flag.COPIED, "Der Hund schläft und die Katze nicht.", "Der Hund schläft und die Katze nicht."),
    (Flag.COPIED, "NEUE REGELN FÜR MIETER", "NEUE REGELN FÜR MIETER"),
    (Flag.COPIED, "Zusammenfassung", "Zusammenfassung"),
    (
        Flag.COPIED,
        "Er kam an, und dann wurde es in der Stadt sehr schnell dunkel und kalt.",
        "He arrived, und dann wurde es in der Stadt very quickly dark and cold.",
    ),
    (Flag.COPIED, "Le chat est dans le jardin.", "Le chat est dans le jardin."),
    (Flag.COPIED, "IM WINTER SIND DIE WEGE NASS", "IM WINTER SIND YOUR NASS"),
    (Flag.LOOPING, "Das war die letzte Tankstelle.", "That was the last tank tank."),
    (Flag.LOOPING, "Der Hund bellt.", "The the the the the the"),
    (Flag.LOOPING, "Er sagte, es sei gut.", "He said it was good and good and good and good."),
    (
        Flag.LOOPING,
        "Ein Sprecher wollte die Zahl nicht nennen.",
        "A spokesman did not want to give the number of the number of.",
    ),
    (Flag.LOOPING, "Nein!", "Nooooooooooooooooooooooooooooooooo!"),
    (Flag.LOOPING, "Haha", "Hahahahahahahahahahahahahahaha"),
    (
        Flag.LENGTH,
        "Die Strafzumessung wird voraussichtlich sehr lange dauern, berichtete der Sender.",
        "The broadcaster reported.",
    ),
    (Flag.LENGTH, "Straße", "The road on which people used to drive to the next town"),
    (Flag.NUMBERS, "Es waren 400.000 Fälle.", "There were 40,000 cases."),
    (Flag.NAMES, "Er fuhr nach Griechenland.", "He went to the sea."),
    (Flag.UNKNOWN, "Ein 𓀀 steht da.", "There is a ⁇ standing."),
    (Flag.UNKNOWN, "Ein 𓀀 steht da.", "There is a <unk> standing."),
    (Flag.UNKNOWN, "Ein 🧿 liegt da.", "There is a \ufffd lying."),
]  # fmt: skip


@pytest.mark.parametrize(("german", "english"), SOUND)
def test_sound(german: str, english: str) -> None:
    assert check(german, english, clipped=False, unknown=False) == ()


@pytest.mark.parametrize(("flag", "german", "english"), UNSOUND)
def test_unsound(flag: Flag, german: str, english: str) -> None:
    assert flag in check(german, english, clipped=False, unknown=False)


def test_what_the_engine_knows() -> None:
    assert check("Ja.", "Yes.", clipped=True, unknown=False) == (Flag.CLIPPED,)
    assert check("Ja.", "Yes.", clipped=False, unknown=True) == (Flag.UNKNOWN,)


def test_an_empty_translation_is_nothing_else() -> None:
    assert check("Am 3. Mai in Rom", "", clipped=True, unknown=True) == (Flag.EMPTY,)


def test_every_flag_has_its_reason() -> None:
    assert REASONS.keys() == set(Flag)
    assert all(reason[0].isupper() and "." not in reason for reason in REASONS.values())


TEXT = st.text(max_size=60) | st.lists(
    st.sampled_from("der die Rom 3 19.30 Uhr www.a.de".split())
).map(" ".join)


@given(TEXT, TEXT, st.booleans(), st.booleans())
@example("\ud800", "\ud800 1", False, False)
def test_any_pair_gets_each_flag_at_most_once(
    source: str, text: str, clipped: bool, unknown: bool
) -> None:
    flags = check(source, text, clipped=clipped, unknown=unknown)
    assert len(flags) == len(set(flags))
    assert (Flag.CLIPPED in flags) <= clipped


@given(
    st.lists(st.sampled_from("Berlin Paris Hotel Radio 7 1,5 ( ) - : / _ = x1 GmbH".split())).map(
        " ".join
    )
)
def test_names_numbers_and_signs_may_be_copied(text: str) -> None:
    flags = check(text, text, clipped=False, unknown=False)
    assert flags == ()


def test_five_thousand_words() -> None:
    text = " ".join(f"Wort{number}" for number in range(5000))
    assert check(text, text.replace("Wort", "word"), clipped=False, unknown=False) == ()
    assert Flag.LOOPING in check(text, "word " * 5000, clipped=False, unknown=False)


def test_the_bundled_model(package_folder: Path) -> None:
    """Sentences of the article pass or fail as a reader finds them; a shout runs away."""
    engine = load(package_folder, "argos:translate-de_en:0.1:test", Use.CLICK)
    sources = ["Trump sprach von großen Fortschritten.", "Neiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiin!"]
    candidates = engine.translate(sources, Decoding())
    flags = [
        check(source, made.text, clipped=made.clipped, unknown=made.unknown)
        for source, made in zip(sources, candidates, strict=True)
    ]
    assert flags[0] == ()
    assert {Flag.LOOPING, Flag.CLIPPED} & set(flags[1])
