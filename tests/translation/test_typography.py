"""English typography: what a sentence looks like when it arrives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.translation.typography import english

# Signs that the rules are about, and letters to stand between them.
SIGNS = st.sampled_from("\"'„“”«»‚‘’`´()[]-–—….,;:!? \t5aIé")
MARKED = st.lists(SIGNS | st.sampled_from(["Word ", "don't", " -- ", "...", "``", "''"]))
TEXT = (MARKED.map("".join)) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("source", "model", "expected"),
    [
        # quotes, in whichever way the model writes them
        ("„Ja“, sagte er.", '"Yes," he said.', "“Yes,” he said."),
        ("„Ja“, sagte er.", "„Yes“, he said.", "“Yes”, he said."),
        ("»Ja«, sagte er.", "»Yes«, he said.", "“Yes”, he said."),
        ("«Ja», sagte er.", "«Yes», he said.", "“Yes”, he said."),
        ("„Ja“, sagte er.", "``Yes,'' he said.", "“Yes,” he said."),
        ("Er sagte: „Nein!“", 'He said: "No!"', "He said: “No!”"),
        ("„Haus“ („alt“)", '"House" ("old")', "“House” (“old”)"),
        ("Das „Haus“–Problem", 'The "house"-problem', "The “house”-problem"),
        ("„Ja“", '" Yes "', "“Yes”"),
        ("Ein „A“ und „B“.", 'An " A " and " B ".', "An “A” and “B”."),
        # a quotation over several sentences
        ("„Ich war müde.", '"I was tired.', "“I was tired."),
        ("Ich ging.“", 'I went."', "I went.”"),
        ("Ich ging“, sagte er.", 'I went," he said.', "I went,” he said."),
        ("Ich ging “", 'I went. "', "I went.”"),
        ("Es war 1990.“", 'It was 1990."', "It was 1990.”"),
        ("In den 90ern“, sagte er.", "In the '90s,\" he said.", "In the ’90s,” he said."),
        # quotes within quotes, and apostrophes
        ("„Er rief ‚Halt!‘“", "\"He cried 'Stop!'\"", "“He cried ‘Stop!’”"),
        ("„‚Halt!‘, rief er.“", "\"'Stop!' he cried.\"", "“‘Stop!’ he cried.”"),
        ("Das ist Toms Haus.", "It's Tom's house.", "It’s Tom’s house."),
        ("Das Haus der Eltern", "The parents' house", "The parents’ house"),
        ("Rock ’n’ Roll", "rock 'n' roll", "Rock ’n’ roll"),
        ("Nicht!", "Don´t!", "Don’t!"),
        ("Er ist 6 Fuß groß.", "He is 6'2\" tall.", "He is 6'2\" tall."),
        # dashes and dots
        ("Er kam – zu spät.", "He came - too late.", "He came – too late."),
        ("Er kam – zu spät.", "He came -- too late.", "He came – too late."),
        ("Er kam – zu spät.", "He came--too late.", "He came – too late."),
        ("ein 3-Tage-Bart", "a three-day beard", "a three-day beard"),
        ("ein Vor- und Nachteil", "pre- and post-war", "pre- and post-war"),
        ("Die Option --hilfe", "The option --help", "The option --help"),
        ("Nun …", "Well...", "Well…"),
        ("Seite .... 5", "Page .... 5", "Page .... 5"),
        # spaces
        ("Was nun?", "What now ?", "What now?"),
        ("Gut, sehr gut.", "Good , very  good .", "Good, very good."),
        ("Das (alte) Haus", "The ( old ) house", "The (old) house"),
        ("Es stand 26 : 0.", "It was 26 : 0.", "It was 26 : 0."),
        ("Das .NET-Framework", "The .NET framework", "The .NET framework"),
        ("Gut :-)", "Good :-)", "Good :-)"),
        ("Er kam.", "  He came. ", "He came."),
        # the capital
        ("Fenster", "windows", "Windows"),
        ("„Ja“, sagte er.", '"yes," he said.', "“Yes,” he said."),
        ("… und ging.", "… and went.", "… and went."),
        ("sagte er.", "he said.", "he said."),
        ("Apples iPhone ist neu.", "iPhone from Apple is new.", "iPhone from Apple is new."),
        ("Beispiel.de ist offline.", "example.de is offline.", "example.de is offline."),
        ("3. Oktober", "3 October", "3 October"),
        ("Älter", "écru", "Écru"),
        # what is no quote and no words
        ("", "", ""),
        ("***", "***", "***"),
        ("5 < 6", "5 < 6", "5 < 6"),
    ],
)  # fmt: skip
def test_english(source: str, model: str, expected: str) -> None:
    assert english(source, model) == expected
    assert english(source, expected) == expected


@given(TEXT, TEXT)
@example("", '" "')
@example("", "“”")
@example("„", "``\"'")
def test_applied_again_it_changes_nothing(source: str, text: str) -> None:
    once = english(source, text)
    assert english(source, once) == once


LETTERS = st.characters(codec="latin-1", categories=["L", "N"])


@given(st.text(LETTERS | st.sampled_from(" ,.“”’–"), max_size=60))
def test_letters_and_digits_stay(text: str) -> None:
    def words(text: str) -> str:
        return "".join(filter(str.isalnum, text)).casefold()

    assert words(english("Ein Satz.", text)) == words(text)
