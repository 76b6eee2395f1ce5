"""Kleivdal's invented programme: savings over four years, and measures that depend on each other."""

from data.landscape.plans.drafts import EvidenceDraft, MeasureDraft, PhaseDraft, ProgrammeDraft

KLEIVDAL = ProgrammeDraft(
    "kleivdal-2017", "9019", "Kleivdal", "Trygg drift 2017–2020",
    need="Utgiftene vokser raskere enn inntektene, og evalueringen i 2016 viste at resultater sjelden drøftes.",
    goal="Drift som er 18 millioner kroner billigere i 2020, uten at tjenestene blir dårligere.",
    anchoring="Vedtatt sammen med økonomiplanen. Styringsgruppe med formannskapet, kommunedirektøren og to "
    "hovedtillitsvalgte; alle tiltak drøftes i hovedutvalgene.",
    when=("2017-01", "2020-12"),
    answers=(2016, "2.1"),
    target_year=2020,
    phases=(
        PhaseDraft("Kartlegging", ("2017-01", "2017-05"), "Alle enheter foreslår og veier tiltak."),
        PhaseDraft("Utredning", ("2017-06", "2017-11")),
        PhaseDraft("Gjennomføring", ("2017-12", "2020-06")),
        PhaseDraft("Avslutning", ("2020-07", "2020-12")),
    ),
    money=(
        ("saving", "goal", 2017, 2017, 3_000_000),
        ("saving", "goal", 2018, 2018, 8_000_000),
        ("saving", "goal", 2019, 2019, 13_000_000),
        ("saving", "goal", 2020, 2020, 18_000_000),
    ),
    measures=(
        MeasureDraft(
            "a1", "Ressurser og arbeidsmåter",
            phases=(
                PhaseDraft("Kartlegging", ("2017-01", "2017-03")),
                PhaseDraft("Gjennomføring", ("2017-04", "2019-12")),
            ),
        ),
        MeasureDraft(
            "a2", "Styring og medvirkning",
            phases=(
                PhaseDraft("Kartlegging", ("2017-02", "2017-09")),
                PhaseDraft("Gjennomføring", ("2017-10", "2020-06")),
            ),
        ),
        MeasureDraft(
            "1", "Felles innkjøp og elektronisk faktura", "done", ("5.3", "5.4"),
            "Én rutine for innkjøp, og ingen faktura på papir.", "økonomisjef", ("2017-02", "2018-03"),
            "better_than_rest", reaches=True, under="a1", units=(18, 18, 18, 18), scores=(5, 4, 5, 5),
            evidence=(
                EvidenceDraft(2, "2017-09", "Alle bestillere har fått opplæring i den nye rutinen."),
                EvidenceDraft(4, "2018-08", "Behandlingen av en faktura tar 6 minutter, mot 14 før.",
                              "tidsmåling i økonomiavdelingen"),
            ),
            money=(
                ("saving", "planned", 2017, 2017, 1_500_000), ("saving", "planned", 2018, 2018, 3_000_000),
                ("saving", "planned", 2019, 2019, 3_500_000), ("saving", "planned", 2020, 2020, 3_500_000),
                ("saving", "decided", 2017, 2017, 1_500_000), ("saving", "decided", 2018, 2018, 3_000_000),
                ("saving", "decided", 2019, 2019, 3_500_000), ("saving", "decided", 2020, 2020, 3_500_000),
                ("saving", "realised", 2017, 2017, 1_100_000), ("saving", "realised", 2018, 2018, 2_900_000),
                ("saving", "realised", 2019, 2019, 3_600_000),
                ("cost", "planned", 2017, 2017, 600_000), ("cost", "decided", 2017, 2017, 600_000),
                ("cost", "realised", 2017, 2017, 640_000),
            ),
        ),
        MeasureDraft(
            "2", "Fullmakter nærmere brukerne", "done", ("3.4",),
            "Enhetene avgjør selv det som gjelder den enkelte brukeren.", "kommunedirektør", ("2017-03", "2018-02"),
            "better_than_rest", reaches=True, under="a2", scores=(4, 4, 5, 4),
            evidence=(EvidenceDraft(3, "2018-04", "To av tre saker som før gikk til utvalget, avgjøres i enheten."),),
        ),
        MeasureDraft(
            "3", "Færre og større avdelinger i omsorg", "started", ("4.4", "4.5"),
            "Fire avdelinger i stedet for sju, hver med egen leder på heltid.", "kommunalsjef helse og omsorg",
            ("2017-09", "2019-06"), "weaker_than_rest", reaches=False, under="a1", waits_for=("2",),
            units=(7, 7, 5, 3), scores=(5, 1, 2, 2),
            money=(
                ("saving", "planned", 2018, 2018, 3_500_000), ("saving", "planned", 2019, 2019, 6_000_000),
                ("saving", "planned", 2020, 2020, 8_000_000),
                ("saving", "decided", 2018, 2018, 2_500_000), ("saving", "decided", 2019, 2019, 5_000_000),
                ("saving", "decided", 2020, 2020, 6_000_000),
                ("saving", "realised", 2018, 2018, 1_200_000), ("saving", "realised", 2019, 2019, 2_800_000),
                ("cost", "planned", 2018, 2018, 900_000), ("cost", "realised", 2018, 2018, 1_050_000),
            ),
        ),
        MeasureDraft(
            "4", "Kompetanseplan for hele kommunen", "stopped", ("6.3",),
            "Hver enhet har en plan for de tre neste årene.", "HR-sjef", ("2017-04", "2018-12"),
            "weaker_than_rest", reaches=False, under="a2", scores=(3, 4, 5, 4),
            result="Stoppet i 2018 for å skjerme tid til omleggingen i omsorg.",
        ),
        MeasureDraft(
            "5", "Avvik og kvalitet i én plan", "started", ("7.1", "7.2"),
            "En plan som enhetene følger opp hvert tertial.", "kvalitetsleder", ("2017-10", "2019-10"),
            "as_rest", reaches=False, under="a2", scores=(3, 3, 4, 4), waits_for=("3",),
        ),
        MeasureDraft(
            "6", "Brukerundersøkelser annethvert år", "decided", ("2.4",),
            "Alle tjenester er undersøkt innen 2020.", "servicesjef", ("2018-08", "2020-03"),
            "cannot_say", scores=(3, 4, 5, 5),
            money=(("cost", "planned", 2019, 2020, 240_000), ("cost", "decided", 2019, 2020, 240_000)),
        ),
        MeasureDraft(
            "7", "Felles legevakt med naboene", "investigated", ("5.6",), owner_role="kommuneoverlege",
            wants="cannot_say", scores=(4, 3, 2, 2),
            money=(("saving", "planned", 2019, 2019, 1_500_000), ("saving", "planned", 2020, 2020, 2_500_000)),
        ),
        MeasureDraft("8", "Avtale med vennskapskommune", "idea", ("8.5",), wants="cannot_say", scores=(1, 5, 5, 2)),
    ),
)  # fmt: skip
