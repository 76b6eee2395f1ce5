"""Hemne's invented programmes after the evaluations of 2011 and 2018."""

from data.landscape.plans.drafts import EvidenceDraft, MeasureDraft, PhaseDraft, ProgrammeDraft

AFTER_2011 = ProgrammeDraft(
    "hemne-2012", "1612", "Hemne", "Hemne i utvikling 2012–2016",
    need="Evalueringen i 2011 viste lite for åpenhet og brukere, mens læring og samfunn sto sterkt.",
    goal="Løfte det svakeste uten å miste det som var bra.",
    anchoring="Vedtatt i kommunestyret; styringsgruppe med formannskapet, rådmannens ledergruppe og to tillitsvalgte.",
    when=("2012-03", "2016-12"),
    answers=(2011, "2.0"),
    target_year=2016,
    result="Avsluttet i 2016. Åpenhet og brukere er omtrent som før, og læring har falt.",
    phases=(
        PhaseDraft("Kartlegging", ("2012-03", "2012-12"), "Samtaler med enhetene og gjennomgang av evalueringen."),
        PhaseDraft("Innføring", ("2013-01", "2015-12"), "Tiltakene settes i verk enhet for enhet."),
        PhaseDraft("Oppsummering", ("2016-01", "2016-12")),
    ),
    measures=(
        MeasureDraft(
            "1", "Åpne møter og nettsider om politikk", "done", ("1",),
            "Innbyggerne finner sakene før de avgjøres.", "servicesjef", ("2012-08", "2014-12"),
            "as_rest", reaches=False,
            activities="Nye nettsider, opptak fra møtene og folkemøter om de største sakene.",
            result="Nettsidene kom på plass; folkemøtene ble få.",
            evidence=(EvidenceDraft(1, "2014-11", "Åtte av ti på folkemøtet syntes det var verdt kvelden.",
                                    "spørreskjema etter møtet"),),
            money=(("cost", "planned", 2013, 2014, 400_000), ("cost", "realised", 2013, 2014, 460_000)),
        ),
        MeasureDraft(
            "2", "Ideer fra ansatte i en årlig forbedringsuke", "done", ("7",),
            "Hver enhet prøver ut minst én ny arbeidsmåte i året.", "personalsjef", ("2013-01", "2015-06"),
            "weaker_than_rest", reaches=False,
            activities="Én uke i året der enhetene prøver ut ideer; de beste deles på ledersamlingen.",
            result="Holdt to ganger, deretter avlyst av hensyn til økonomien.",
            evidence=(EvidenceDraft(2, "2013-10", "Enhetslederne kjente til tre metoder for forbedring etter uka."),),
        ),
        MeasureDraft(
            "3", "Lederutvikling for enhetslederne", "done", ("4.6",),
            "Alle enhetsledere har gått gjennom programmet.", "rådmann", ("2013-01", "2015-12"),
            "cannot_say",
            activities="Tre samlinger i året med oppgaver mellom samlingene.",
            units=(14, 14, 14, 12),
            evidence=(EvidenceDraft(3, "2015-05", "Medarbeidersamtaler holdes nå i tolv av fjorten enheter.",
                                    "rapport til administrasjonsutvalget"),),
        ),
    ),
)  # fmt: skip

AFTER_2018 = ProgrammeDraft(
    "hemne-2018", "1612", "Hemne", "Læring og ledelse 2018–2020",
    need="Fallet i læring (−16) og lederskap (−7) siden 2011.",
    goal="Læring på minst 60 poeng ved neste evaluering.",
    anchoring="Vedtatt i kommunestyret; styringsgruppe med politikere, ledere og tillitsvalgte.",
    when=("2018-09", "2020-12"),
    answers=(2018, "2.1"),
    target_year=2020,
    measures=(
        MeasureDraft(
            "a1", "Læring",
            phases=(
                PhaseDraft("Forstudie", ("2018-09", "2019-02"), "Hva finnes av metoder i enhetene i dag."),
                PhaseDraft("Utprøving", ("2019-03", "2019-08"), "To enheter prøver ut den samme metoden."),
                PhaseDraft("Innføring", ("2019-09", "2020-06")),
                PhaseDraft("Utvikling", ("2020-07", "2020-12")),
            ),
        ),
        MeasureDraft(
            "a2", "Lederskap",
            phases=(
                PhaseDraft("Forstudie", ("2018-09", "2018-12")),
                PhaseDraft("Innføring", ("2019-01", "2019-12"), "Tre samlinger for alle ledere."),
                PhaseDraft("Utvikling", ("2020-01", "2020-12")),
            ),
        ),
        MeasureDraft(
            "1", "Felles metode for kvalitetsforbedring", "started", ("7.4",),
            "Alle enheter har brukt metoden minst én gang.", "kvalitetsleder", ("2018-10", "2020-12-31"), "cannot_say",
            under="a1", targets=(("7.4", 12),), scores=(4, 4, 4, 3), units=(12, 12, 9, 4),
            activities="Enhetene beskriver én arbeidsprosess i halvåret og forbedrer den sammen med brukerne.",
            evidence=(EvidenceDraft(1, "2019-06", "Deltakerne i de to første enhetene vil fortsette."),),
            money=(("cost", "planned", 2019, 2020, 300_000), ("cost", "decided", 2019, 2020, 250_000)),
        ),
        MeasureDraft(
            "2", "Forslagsordning med tilbakemelding", "decided", ("7.5",),
            "Den som foreslår noe, får svar innen tre uker.", "HR-leder", ("2019-01", "2020-06-30"), "cannot_say",
            under="a1", targets=(("7.5", 8),), scores=(3, 5, 5, 4), waits_for=("1",),
        ),
        MeasureDraft(
            "3", "Lederutvikling i tre samlinger", "started", ("4.6",),
            "Alle ledere med personalansvar har deltatt.", "kommunedirektør", ("2019-01", "2019-12-31"), "cannot_say",
            under="a2", targets=(("4.6", 10),), scores=(4, 2, 4, 3), units=(24, 24, 24, 17),
            money=(("cost", "planned", 2019, 2019, 180_000), ("cost", "decided", 2019, 2019, 180_000),
                   ("cost", "realised", 2019, 2019, 164_000)),
        ),
        MeasureDraft(
            "4", "Svartider måles og publiseres", "investigated", ("2.2",), owner_role="servicesjef",
            targets=(("2.2", 10),), scores=(3, 4, 4, 4), wants="cannot_say",
        ),
        MeasureDraft("5", "Plan for mangfold", "idea", ("6.6",), scores=(2, 4, 4, 4), wants="cannot_say"),
    ),
)  # fmt: skip
