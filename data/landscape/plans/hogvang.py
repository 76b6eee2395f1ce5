"""Høgvang's invented programme: three areas, a tree of three levels, and every status."""

from data.landscape.plans.drafts import EvidenceDraft, MeasureDraft, PhaseDraft, ProgrammeDraft

HOGVANG = ProgrammeDraft(
    "hogvang-2016", "9017", "Høgvang", "Nærmere innbyggerne 2016–2019",
    need="Evalueringen i 2016 viste at innbyggerne får vite lite om saker og resultater, og at avvik ikke følges opp.",
    goal="Åpenhet og læring skal bli like sterke sider som styringen allerede er.",
    anchoring="Vedtatt i kommunestyret høsten 2016. Styringsgruppen har ordføreren, opposisjonen, kommunedirektøren og "
    "to hovedtillitsvalgte.",
    when=("2016-09", "2019-12"),
    answers=(2016, "2.1"),
    target_year=2018,
    phases=(
        PhaseDraft("Forankring", ("2016-09", "2016-12")),
        PhaseDraft("Gjennomføring", ("2017-01", "2019-06")),
        PhaseDraft("Evaluering og videre drift", ("2019-07", "2019-12")),
    ),
    measures=(
        MeasureDraft(
            "a1", "Innbyggere og brukere",
            phases=(
                PhaseDraft("Forstudie", ("2016-09", "2016-11"), "Samtaler med lag, skoleelever og eldreråd."),
                PhaseDraft("Utprøving", ("2016-12", "2017-05")),
                PhaseDraft("Innføring", ("2017-06", "2018-03")),
                PhaseDraft("Drift", ("2018-04", "2019-12")),
            ),
        ),
        MeasureDraft(
            "a2", "Læring og kvalitet",
            phases=(
                PhaseDraft("Forstudie", ("2016-11", "2017-04")),
                PhaseDraft("Utprøving", ("2017-05", "2018-01"), "Hjemmetjenesten og to barnehager."),
                PhaseDraft("Innføring", ("2018-02", "2019-06")),
            ),
        ),
        MeasureDraft(
            "a3", "Ledere og medarbeidere",
            phases=(
                PhaseDraft("Forstudie", ("2017-03", "2017-12")),
                PhaseDraft("Innføring", ("2018-01", "2019-12")),
            ),
        ),
        MeasureDraft(
            "1", "Saker og resultater samlet på nett", "done", ("1.2", "1.3"),
            "Innbyggerne finner sakene og ser hvordan det går, på én side.", "kommunikasjonssjef",
            ("2016-12", "2018-02"), "better_than_rest", reaches=True, under="a1",
            activities="Ny side for politiske saker, resultatene vist med enkle figurer fire ganger i året.",
            result="Siden har vært i drift siden februar 2018.",
            evidence=(
                EvidenceDraft(1, "2017-11", "Åtte av ti i brukerpanelet fant det de lette etter.", "brukerpanel"),
                EvidenceDraft(3, "2018-03", "Saksbehandlerne legger nå ut saken samme dag som den er ferdig."),
                EvidenceDraft(4, "2018-08", "Servicetorget får halvparten så mange spørsmål om saker.", "telling"),
            ),
            money=(("cost", "planned", 2017, 2018, 450_000), ("cost", "decided", 2017, 2018, 450_000),
                   ("cost", "realised", 2017, 2018, 512_000)),
        ),
        MeasureDraft(
            "2", "Avvik følges opp samlet hver måned", "done", ("7.2",),
            "Alle avvik har svar innen 14 dager, og de samme feilene blir færre.", "kvalitetsleder",
            ("2017-05", "2018-06"), "better_than_rest", reaches=True, under="a2", units=(22, 22, 22, 19),
            challenges=("Lære mer av avvik enn den enkelte saken.",),
            activities="Felles skjema, månedlig gjennomgang i enhetene og en årlig rapport til kommunestyret.",
            evidence=(
                EvidenceDraft(2, "2017-12", "Nitten av tjueto enheter har hatt opplæring."),
                EvidenceDraft(3, "2018-05", "Antallet meldte avvik er doblet, og ni av ti er besvart i tide.",
                              "kvalitetssystemet"),
            ),
        ),
        MeasureDraft(
            "3", "Arbeidsmiljødager i alle enheter", "done", ("6.4", "6.5"),
            "Ansatte kjenner kriteriene for lønn, og vernerundene holdes.", "HR-sjef", ("2017-03", "2018-05"),
            "weaker_than_rest", reaches=False, under="a3",
            result="Dagene ble holdt, men lønnspolitikken ble ikke drøftet ferdig.",
            evidence=(EvidenceDraft(1, "2018-02", "Dagene fikk 4,6 av 6 i gjennomsnitt."),),
        ),
        MeasureDraft(
            "4", "Klagesaker brukes til å lære", "started", ("2.6",),
            "Klager fra hele kommunen gjennomgås to ganger i året.", "servicesjef", ("2017-09", "2019-06"),
            "weaker_than_rest", reaches=False, under="a1", waits_for=("2",),
        ),
        MeasureDraft(
            "5", "Resultatmål i budsjettet", "started", ("5.2", "5.3"),
            "Hver enhet har to resultatmål ved siden av rammen.", "økonomisjef", ("2017-01", "2019-03"),
            "as_rest", reaches=False,
            challenges=("Koble mål og penger tydeligere i økonomiplanen.",),
        ),
        MeasureDraft(
            "6", "Egen innbyggerportal", "stopped", ("1.5",),
            "Innbyggerne følger sine egne saker.", "kommunikasjonssjef", ("2017-02", "2018-12"),
            "weaker_than_rest", reaches=False, under="a1",
            result="Stoppet i 2017: nabokommunene går sammen om en felles portal.",
            money=(("cost", "planned", 2017, 2018, 1_200_000), ("cost", "realised", 2017, 2017, 140_000)),
        ),
        MeasureDraft(
            "7", "Delegeringsreglementet fornyes", "decided", ("3.4",),
            "Reglementet er vedtatt på nytt i starten av perioden.", "kommunedirektør", ("2019-01", "2019-11"),
            "cannot_say",
        ),
        MeasureDraft("8", "Forskningsavtale med høgskolen", "investigated", ("7.3",), under="a2", wants="cannot_say"),
        MeasureDraft("9", "Ideboks på ansattsidene", "idea", ("7.5",), under="a2", wants="cannot_say", unscored=True),
    ),
)  # fmt: skip
