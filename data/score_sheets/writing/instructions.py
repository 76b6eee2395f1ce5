"""Writes the sheet Veiledning, the instructions for filling in."""

from collections.abc import Callable

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from data.language import N_, _
from data.score_sheets.writing import cells

STEPS = (
    N_("Slik fyller du ut skåringsarket"),
    N_("Fyll ut de gule cellene. De andre er låst uten passord."),
    N_(
        "Kommune: Kommunenummer, Kommune, År og Versjon må fylles ut. Resten er fint å ha. Skriv «eksempel» "
        "under Datasett for tall som er oppdiktet; slike ark kan bare leses inn i eksempeldataene."
    ),
    N_(
        "Poeng: Før poengene slik de er trykt. Underspørsmål har høyst én desimal; områder og totalen er hele "
        "tall. Vet du bare totalen eller områdene, fyller du bare dem."
    ),
    N_(
        "Kolonnen «Sum av delene» regner ut summen av underspørsmålene når alle er fylt ut. Den blir rød når "
        "summen ligger lenger fra områdets poeng enn avrunding kan forklare."
    ),
    N_("Gullstjerne: Skriv ja der evaluererne har pekt ut beste praksis."),
    N_("Side: Skriv hvor i kilden tallet står, for eksempel «s. 16»."),
    N_("Styrker og svakheter: Én rad for hvert punkt, med område 1–8, type og en kort tekst."),
    N_(
        "Versjon 2.1 er trykt med 2.6 og uten 2.5, og maksimumstallene i område 2 gir 85 til sammen. Det skal "
        "være slik."
    ),
    N_("Desimalkomma, ekstra kolonner og annen rekkefølge på radene går bra."),
    N_(
        "Last opp arket i Kompassrosen under «Last opp». Ingenting lagres før du har sett hva som endres, og bekreftet."
    ),
)
HISTORY_STEPS = (
    N_("Slik fyller du ut Historikk"),
    N_("Én rad for hver evaluering. Kommunenummer, Kommune, År og Versjon må fylles ut, og minst ett tall."),
    N_("Land er en kode med to bokstaver: NO, SE, DK … Står den tom, mener vi NO."),
    N_("Kommunenummeret er det kommunen har nå eller hadde da. Totalen og områdene er hele poeng, slik de er trykt."),
    N_("År kan skrives «senest 2019» når bare det siste mulige året er kjent."),
    N_("Kilde er dokumentet tallene er hentet fra."),
    N_(
        "Grunnlag er «oppgitt» når tallene er trykt slik, og «avledet» når de er regnet ut av andre trykte tall. "
        "Versjon sikker er «ja» når kilden sier versjonen, og «sluttet» når den er sluttet av året. Står de "
        "tomme, mener vi «oppgitt» og «ja»."
    ),
    N_(
        "Last opp arket i Kompassrosen under «Last opp». Ingenting lagres før du har sett hva som endres, og bekreftet."
    ),
)


def write_instructions(sheet: Worksheet, steps: tuple[str, ...], told: Callable[[str], str] = _) -> None:
    """Write the steps, the first as a title; `told` says each in the language spoken."""
    sheet.column_dimensions["A"].width = 100
    for row, step in enumerate(steps, 1):
        cells.put(sheet.cell(row, 1), told(step))
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(cells.FONT, 14, bold=True)
    cells.finish(sheet)
