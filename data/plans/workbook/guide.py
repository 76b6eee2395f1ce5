"""What the first sheet says: how a plan is kept as a workbook."""

STEPS = (
    "Slik bruker du planen som arbeidsbok",
    "Arbeidsboken holder ett program. Fyll ut de gule cellene; det som er tomt, er ikke kjent.",
    "Program: det som gjelder hele programmet. Datasett, «Hentet ved hendelse» og Program-ID skal stå som de er. De "
    "gjør at arket endrer det samme programmet, og at du får vite det hvis andre har endret det siden. Er Program-ID "
    "tom, blir programmet nytt.",
    "Tiltak: én rad for hvert tiltak eller programområde. En rad uten ID er et nytt tiltak. «Nr» brukes bare i denne "
    "arbeidsboken: det er nummeret de andre arkene viser til, og det «Programområde» og «Venter på» viser til.",
    "Et tiltak som ikke står i arket, blir liggende som det er. Skal det bort, velger du statusen «stanset». En celle "
    "du tømmer, blir tom i planen også. Et ark eller en kolonne du sletter, endrer ingenting.",
    "Spørsmål: hva i evalueringen tiltaket skal løfte, og til hvor mange poeng. Kode er et underspørsmål (1.3) eller "
    "et helt område (3). Navn, poeng før og maksimum slås opp og leses ikke inn.",
    "Svakheter: svakhetene og utfordringene i evalueringen som tiltaket svarer på.",
    "Faser og Penger: Skriv tiltakets nummer, eller «programmet» når raden gjelder hele programmet.",
    "Dokumentasjon: det som er sett av tiltaket, på fire nivåer: opplevelse, læring, atferd og driftsresultat.",
    "Datoer skrives så nøyaktig som de er kjent: 2013, 2013-03 eller 2013-03-15. Skriv roller, aldri navn på personer.",
    "Radene i et ark kan flyttes og sorteres; rekkefølgen innenfor et tiltak blir tatt vare på. Ikke slå sammen "
    "celler.",
    "Last opp arbeidsboken på siden Tiltak. Ingenting lagres før du har sett hva som endres, og bekreftet. Hent "
    "arbeidsboken på nytt før du gjør flere endringer.",
)
