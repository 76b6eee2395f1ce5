"""What the first sheet says: how a plan is kept as a workbook. Names of sheets and columns are placeholders."""

from data.language import N_

STEPS = (
    N_("Slik bruker du planen som arbeidsbok"),
    N_("Arbeidsboken holder ett program. Fyll ut de gule cellene; det som er tomt, er ikke kjent."),
    N_(
        "{programme}: det som gjelder hele programmet. {dataset}, «{event}» og {programme_id} skal stå som de er. De "
        "gjør at arket endrer det samme programmet, og at du får vite det hvis andre har endret det siden. Er "
        "{programme_id} tom, blir programmet nytt."
    ),
    N_(
        "{measures}: én rad for hvert tiltak eller programområde. En rad uten {id} er et nytt tiltak. «{number}» "
        "brukes bare i denne arbeidsboken: det er nummeret de andre arkene viser til, og det «{area}» og «{waits_for}» "
        "viser til."
    ),
    N_(
        "Et tiltak som ikke står i arket, blir liggende som det er. Skal det bort, velger du statusen «{stopped}». En "
        "celle du tømmer, blir tom i planen også. Et ark eller en kolonne du sletter, endrer ingenting."
    ),
    N_(
        "{questions}: hva i evalueringen tiltaket skal løfte, og til hvor mange poeng. {code} er et underspørsmål "
        "(1.3) eller et helt område (3). Navn, poeng før og maksimum slås opp og leses ikke inn."
    ),
    N_("{remarks}: svakhetene og utfordringene i evalueringen som tiltaket svarer på."),
    N_("{phases} og {money}: Skriv tiltakets nummer, eller «{whole}» når raden gjelder hele programmet."),
    N_("{evidence}: det som er sett av tiltaket, på fire nivåer: {levels}."),
    N_(
        "Datoer skrives så nøyaktig som de er kjent: 2013, 2013-03 eller 2013-03-15. Skriv roller, aldri navn på "
        "personer."
    ),
    N_(
        "Radene i et ark kan flyttes og sorteres; rekkefølgen innenfor et tiltak blir tatt vare på. Ikke slå sammen "
        "celler."
    ),
    N_(
        "Last opp arbeidsboken på siden Tiltak. Ingenting lagres før du har sett hva som endres, og bekreftet. Hent "
        "arbeidsboken på nytt før du gjør flere endringer."
    ),
)
