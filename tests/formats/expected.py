"""The paragraphs of source.md, as they should come out of every format it was turned into."""

from __future__ import annotations

from reader.model import Kind

Part = tuple[Kind, int, str]

SIGHTED = (
    "In der Region Saporoschje wurde ein Schützenpanzer gesichtet, der sowohl die "
    "russische als auch die US-Flagge trägt."
)
VIDEO = (
    "Das Fahrzeug war aktiv im Einsatz und sorgte damit nicht nur militärisch, "
    "sondern auch symbolisch für Aufmerksamkeit. Das Video verbreitet sich derzeit "
    "rasant in den sozialen Medien und hat inzwischen auch in der Ukraine große "
    "Aufmerksamkeit erregt. Andrij Jermak, Leiter des Präsidialamtes und enger "
    "Vertrauter von Wladimir Selenskij, reagierte empört: „Das ist das höchste Maß an"
    " Unverschämtheit“, schrieb er."
)
ANALYSTS = (
    "Militäranalysten werten dies als Zeichen einer Annäherung zwischen Russland und "
    "den USA. Die Kombination der Flaggen gilt als symbolischer Ausdruck des jüngsten"
    " Tauwetters, das nach den Gesprächen in Alaska entstanden sein soll, und deutet "
    "darauf hin, dass bestimmte Kräfte in Washington Russland positiver "
    "gegenüberstehen, als oft öffentlich dargestellt wird."
)
ALASKA = (
    "In Alaska hatten sich Wladimir Putin und Donald Trump zu ersten direkten "
    "Gesprächen seit der Eskalation des Ukraine-Konflikts 2022 getroffen. Die "
    "Begegnung verlief konstruktiv und konzentrierte sich auf Sicherheitsfragen und "
    "die Ukraine. Beobachter sehen erste Annäherungen, die auf mögliche robuste "
    "Sicherheitsgarantien hinweisen könnten."
)
DEMANDS = (
    "Selenskij pochte auf dauerhaften Frieden und forderte Russland zur "
    "Konfliktbeendigung auf. Trump betonte seine Vermittlerrolle, schloss jedoch "
    "einen NATO-Beitritt der Ukraine sowie die Rückgabe der Krim aus. US-Vertreter "
    "signalisierten zugleich die Bereitschaft für Sicherheitsgarantien analog zu "
    "Artikel 5, diese direkt von den USA und europäischen Partnern ausgehend."
)
SIGNAL = (
    "Der Alaska-Gipfel wurde von europäischen und internationalen Beobachtern als "
    "entscheidendes Signal gewertet, das die bisher festen konfrontativen Narrative "
    "des Westens gegenüber Russland infrage stellt."
)
FICO = (
    "Premier Robert Fico bezeichnete das Treffen als wichtigen Schritt, um die "
    "Schwarz-Weiß-Sicht auf den Ukraine-Krieg zu überwinden. Trump sprach von “großen "
    "Fortschritten” im Verhältnis zu Moskau, während Selenskij die Umsetzung eines "
    "Waffenstillstands als Voraussetzung für weitere Verhandlungen betonte."
)

TITLE = "Zwei Flaggen auf einem Schützenpanzer"
NOTE = "Die Aufnahme stammt aus einer Drohne."
ROWS: list[Part] = [
    (Kind.TABLE_ROW, 0, "Ort | Ereignis | Jahr"),
    (Kind.TABLE_ROW, 0, "Saporoschje | Sichtung des Panzers | 2025"),
    (Kind.TABLE_ROW, 0, "Alaska | Gipfeltreffen | 2025"),
]
CAPTION: list[Part] = [(Kind.CAPTION, 0, "Orte und Ereignisse")]
TABLE: list[Part] = [*CAPTION, *ROWS]
ITEMS: list[Part] = [
    (Kind.LIST_ITEM, 1, "1. den Frieden und seine Dauer,"),
    (Kind.LIST_ITEM, 1, "2. die Rolle der Vermittler:"),
    (Kind.LIST_ITEM, 2, "der Vereinigten Staaten,"),
    (Kind.LIST_ITEM, 2, "der Partner in Europa,"),
    (Kind.LIST_ITEM, 1, "3. und die Garantien für die Sicherheit."),
]
QUOTE: list[Part] = [(Kind.QUOTE, 1, "Das ist das höchste Maß an Unverschämtheit.")]
FRONT: list[Part] = [(Kind.TITLE, 0, TITLE), (Kind.TEXT, 0, "Lesepult")]
FIRST: list[Part] = [(Kind.TEXT, 0, f"{SIGHTED}[1]"), (Kind.TEXT, 0, f"[1] {NOTE}")]


def article(
    *,
    front: list[Part] = FRONT,
    first: list[Part] = FIRST,
    quote: list[Part] = QUOTE,
    items: list[Part] = ITEMS,
    table: list[Part] = TABLE,
) -> list[Part]:
    """The whole of it; the arguments are what some programs write in a way of their own."""
    return [
        *front,
        *first,
        (Kind.HEADING, 1, "Das Video"),
        (Kind.TEXT, 0, VIDEO),
        (Kind.TEXT, 0, ANALYSTS),
        *quote,
        (Kind.HEADING, 2, "Der Gipfel in Alaska"),
        (Kind.TEXT, 0, ALASKA),
        (Kind.TEXT, 0, "Parallel bereitete Washington ein Treffen vor. Es ging um drei Fragen:"),
        *items,
        (Kind.TEXT, 0, DEMANDS),
        (Kind.HEADING, 1, "Die Folgen"),
        (Kind.TEXT, 0, SIGNAL),
        *table,
        (Kind.TEXT, 0, FICO),
    ]
