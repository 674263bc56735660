"""Which language a text is in: paragraphs of 20 words and more, written for these tests."""

from __future__ import annotations

import pytest

from reader.formats._language import detect
from tests.formats.german import SENTENCES

TEXTS = {
    "en": """
The old lighthouse stood at the end of the pier, and every evening the keeper climbed the
narrow stairs to light the lamp before the boats came home.

Nobody in the village could remember a winter as long as this one; the snow lay so deep that
the children walked to school along the tops of the walls.

If you add the flour too quickly, the sauce will turn lumpy, and there is nothing you can do
about it except begin again with fresh butter.
""",
    "fr": """
Le vieux phare se dressait au bout de la jetée, et chaque soir le gardien montait l'escalier
étroit pour allumer la lampe avant le retour des bateaux.

Personne au village ne se souvenait d'un hiver aussi long ; la neige était si haute que les
enfants allaient à l'école en marchant sur les murs du jardin.

Du pain, du beurre et du fromage : voilà tout ce qui restait du repas quand le maire du
village entra dans la salle du conseil, à cause du bruit.
""",
    "nl": """
De oude vuurtoren stond aan het einde van de pier, en elke avond klom de wachter de smalle
trap op om de lamp aan te steken voordat de boten thuiskwamen.

Niemand in het dorp herinnerde zich een winter die zo lang was als deze; er werden wegen in
de sneeuw gegraven, en wie niet hoefde, ging de deur niet uit.

De uitkomst is nul als de lijst noch leeg noch vol is, en wie dat niet gelooft, kan het zelf
narekenen met een potlood en een stuk papier.
""",
    "it": """
Il vecchio faro si trovava in fondo al molo, e ogni sera il guardiano saliva la scala
stretta per accendere la lampada prima che tornassero le barche.

Nessuno in paese ricordava un inverno così lungo; la neve era tanto alta che i bambini
andavano a scuola camminando sopra i muri degli orti.

Se aggiungi la farina troppo in fretta, la salsa diventa piena di grumi, e non si può fare
altro che ricominciare con il burro fresco.
""",
    "es": """
El viejo faro estaba al final del muelle, y cada tarde el guardián subía la estrecha
escalera para encender la lámpara antes de que volvieran los barcos.

Nadie en el pueblo recordaba un invierno tan largo como aquel; la nieve era tan alta que los
niños iban a la escuela caminando sobre los muros.

Si echas la harina demasiado deprisa, la salsa se llena de grumos, y no queda más remedio
que volver a empezar con mantequilla fresca.
""",
    "da": """
Det gamle fyrtårn stod for enden af molen, og hver aften gik vogteren op ad den smalle
trappe for at tænde lampen, før bådene kom hjem.

Ingen i landsbyen kunne huske en vinter så lang som denne; sneen lå så højt, at børnene gik
til skole oven på murene omkring haverne.

Hvis du hælder melet for hurtigt i, bliver sovsen klumpet, og så er der ikke andet at gøre
end at begynde forfra med frisk smør.
""",
}


def paragraphs(language: str) -> list[str]:
    return [" ".join(text.split()) for text in TEXTS[language].split("\n\n")]


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in TEXTS for text in paragraphs(language)]
)
def test_a_paragraph_is_enough(language: str, text: str) -> None:
    assert len(text.split()) >= 20
    assert detect(text) == language


@pytest.mark.parametrize("start", range(len(SENTENCES) - 3))
def test_german_is_german(start: int) -> None:
    assert detect(" ".join(SENTENCES[start : start + 4])) == "de"


def test_german_with_much_of_another_language_in_it() -> None:
    quoted = f"{SENTENCES[2]} {SENTENCES[5]} „{paragraphs('en')[0][:60]}“, sagte er. {SENTENCES[9]}"
    assert detect(quoted) == "de"


def test_a_few_words_are_taken_for_german() -> None:
    assert detect("Only a few words.") == "de"
    assert detect("") == "de"
