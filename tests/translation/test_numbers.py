"""Numbers told by a translation: in other digits, in words, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation.numbers import differ

SAME = [
    ("Er hat zwei Hunde.", "He has 2 dogs."),
    ("Er hat 2 Hunde.", "He has two dogs."),
    ("Das sind 3,14 Prozent.", "That is 3.14 percent."),
    ("Das sind 3,14 Prozent.", "That is 3,14 percent."),
    ("Es kostet 1.250.000 Euro.", "It costs 1,250,000 euros."),
    ("Es kostet 1.250 Euro.", "It costs 1,250 euros."),
    ("Es kostet 1 250 Euro.", "It costs 1250 euros."),
    ("Es kostet 1.250,50 Euro.", "It costs 1,250.50 euros."),
    ("Am 3. Oktober ist frei.", "October 3 is a holiday."),
    ("Am 3. Oktober ist frei.", "The third of October is a holiday."),
    ("Am 3. Oktober ist frei.", "October 3rd is a holiday."),
    ("Am 12.03.2024 war es kalt.", "It was cold on 12 March 2024."),
    ("Am 1.5. ist frei.", "May 1 is a holiday."),
    ("Um 19.30 Uhr beginnt es.", "It begins at 7:30 pm."),
    ("Um 19.30 Uhr beginnt es.", "It begins at half past seven in the evening."),
    ("Um 18 Uhr ist Schluss.", "It ends at 6:00 p.m."),
    ("Um halb acht beginnt es.", "It begins at 7:30."),
    ("Um halb eins gibt es Essen.", "Lunch is at 12:30."),
    ("Um Viertel nach drei", "At 3:15"),
    ("Um 12 Uhr", "At noon"),
    ("Start um 14.30 Uhr", "Start at 1430 hours"),
    ("2,5 Mio. Euro", "2.5 million euros"),
    ("2,5 Mio. Euro", "2,500,000 euros"),
    ("1,2 Milliarden Dollar", "$1.2bn"),
    ("3 Billionen Euro", "3 trillion euros"),
    ("eine halbe Million", "500,000"),
    ("zweieinhalb Wochen", "2.5 weeks"),
    ("anderthalb Jahre", "1.5 years"),
    ("siebentausend Leute", "7,000 people"),
    ("zweihundertfünfzig Leute", "250 people"),
    ("230 Leute", "two hundred and thirty people"),
    ("dreiundzwanzig Kinder", "23 children"),
    ("ein Dutzend Eier", "12 eggs"),
    ("36 Eier", "three dozen eggs"),
    ("vor 20 Jahren", "two decades ago"),
    ("im 19. Jahrhundert", "in the 1800s"),
    ("im 19. Jahrhundert", "in the nineteenth century"),
    ("die 90er Jahre", "the 1990s"),
    ("die neunziger Jahre", "the 1990s"),
    ("Friedrich II. kam.", "Frederick the 2nd came."),
    ("der 2. Weltkrieg", "World War II"),
    ("die 17-Jährige", "the seventeen-year-old"),
    ("50 % der Leute", "half of the people"),
    ("ein Viertel der Leute", "25% of the people"),
    ("85 m2", "85 square metres"),
    ("3 m²", "3 m2"),
    ("1 Euro", "a euro"),
    ("beide Brüder", "the 2 brothers"),
    ("Er rief einmal an.", "He called 1 time."),
    ("Keine Zahl.", "No number."),
    ("Zwei Männer gingen.", "The men left."),
    ("Er dachte an acht Dinge.", "He thought of things."),
    ("", ""),
]

DIFFERENT = [
    ("Er hat 2 Hunde.", "He has 3 dogs."),
    ("Er hat 2 Hunde.", "He has dogs."),
    ("Er hat Hunde.", "He has 12 dogs."),
    ("Es kostet 350.000 Euro.", "It costs 35,000 euros."),
    ("Es waren 400.000 Fälle.", "There were 40,000 cases."),
    ("Seit 2003 gilt das Gesetz.", "The law has been in force since 2010."),
    ("2,5 Mio. Euro", "2.6 million euros"),
    ("Um 19.30 Uhr beginnt es.", "It begins at 8:30 pm."),
    ("Am 3. Oktober ist frei.", "October 13 is a holiday."),
    ("Am 12.03.2024 war es kalt.", "It was cold on 12 April 2024."),
    ("vier Tote", "five dead"),
    ("Zwölf Menschen wurden verhaftet.", "Two people were arrested."),
    ("Vor 20 Jahren", "Three decades ago"),
    ("Der Bus 403 fährt.", "Bus 40 runs."),
    ("Es stand 3:1.", "It was 3-2."),
    ("Die 7. Staffel", "The eighth season"),
    ("um 45 Prozent", "by 54 percent"),
]


@pytest.mark.parametrize(("german", "english"), SAME)
def test_the_same_in_other_form(german: str, english: str) -> None:
    assert not differ(german, english)


@pytest.mark.parametrize(("german", "english"), DIFFERENT)
def test_changed_or_missing(german: str, english: str) -> None:
    assert differ(german, english)


@given(st.text(st.sampled_from("0123456789.,:'  ²½٣ IVXMaykzweihundertausend"), max_size=60))
def test_a_text_tells_its_own_numbers(text: str) -> None:
    assert not differ(text, text)


def test_numbers_of_any_length() -> None:
    digits = "7" * 20_000
    assert not differ(digits, f"{digits}.0")
    assert differ(digits, digits[:-1])
