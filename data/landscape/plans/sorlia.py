"""Sørlia's invented programmes: one that the evaluation of 2018 can judge, and one that is under way."""

from data.landscape.plans.drafts import EvidenceDraft, MeasureDraft, PhaseDraft, ProgrammeDraft

AFTER_2016 = ProgrammeDraft(
    "sorlia-2016", "9044", "Sørlia", "Sørlia sammen 2016–2018",
    need="Innbyggerne trekkes lite med, fullmaktene er uklare, og felles oppgaver faller mellom flere stoler.",
    goal="Folk i Sørlia merker at de blir hørt, og ansatte vet hva de kan avgjøre.",
    anchoring="Kommunestyret vedtok programmet enstemmig; arbeidsmiljøutvalget følger det.",
    when=("2016-10", "2018-12"),
    answers=(2016, "2.1"),
    target_year=2018,
    result="Dialog og fullmakter er løftet. Brukerundersøkelsene ble glemt underveis.",
    measures=(
        MeasureDraft(
            "1", "Innbyggerpanel og grendemøter", "done", ("1.4",),
            "Hver grend har ett møte i året, og innspillene får svar.", "ordførerens sekretariat",
            ("2016-11", "2018-03"), "better_than_rest", reaches=True, scores=(4, 3, 5, 5),
            evidence=(
                EvidenceDraft(1, "2017-06", "Folk blir igjen og snakker etter møtene."),
                EvidenceDraft(4, "2018-02", "112 innspill er besvart, 31 av dem har ført til en sak."),
            ),
        ),
        MeasureDraft(
            "2", "Fullmaktene samlet i ett dokument", "done", ("3.4",),
            "Alle ledere kjenner sine fullmakter.", "kommunedirektør", ("2017-01", "2017-10"),
            "better_than_rest", reaches=False, scores=(3, 5, 5, 4),
        ),
        MeasureDraft(
            "3", "Lederavtaler som følges opp", "done", ("4.2", "4.4"),
            "Alle ledere har en avtale med tre mål.", "HR-sjef", ("2016-12", "2018-01"),
            "better_than_rest", reaches=True, units=(26, 26, 26, 26), scores=(4, 3, 5, 4),
            challenges=("Følge opp lederavtalene gjennom hele året.",),
            evidence=(EvidenceDraft(2, "2017-11", "Lederne kan si hvilke tre mål de styrer etter."),),
        ),
        MeasureDraft(
            "4", "Felles mal for brukerundersøkelser", "done", ("2.4",),
            "Undersøkelsene kan sammenlignes fra år til år.", "servicesjef", ("2017-02", "2018-04"),
            "weaker_than_rest", reaches=False, scores=(2, 4, 4, 4),
        ),
        MeasureDraft(
            "5", "Forbedringsagenter i enhetene", "started", ("7.2", "7.5"),
            "Hver enhet har én som hjelper de andre i gang.", "kvalitetsleder", ("2017-03", "2018-11"),
            "as_rest", reaches=False, units=(26, 23, 18, 9), scores=(4, 3, 4, 4),
            challenges=("Lære mer av avvik enn den enkelte saken.",),
        ),
    ),
)  # fmt: skip

NOW = ProgrammeDraft(
    "sorlia-2025", "9044", "Sørlia", "Sørlia mot 2029",
    need="Etter evalueringen i 2018 er styring og brukerundersøkelser blitt svakere, og bemanningen er knapp.",
    goal="Ta igjen det tapte i styring, og spare 9 millioner kroner i året innen 2028.",
    anchoring="Vedtatt i kommunestyret i desember 2024; styringsgruppe med tre politikere, to hovedtillitsvalgte og "
    "kommunedirektøren.",
    when=("2025-01", "2029-06"),
    answers=(2018, "2.1"),
    target_year=2029,
    phases=(
        PhaseDraft("Forstudie", ("2025-01", "2025-08")),
        PhaseDraft("Innføring", ("2025-09", "2028-06")),
        PhaseDraft("Drift", ("2028-07", "2029-06")),
    ),
    money=(
        ("saving", "goal", 2025, 2025, 1_000_000), ("saving", "goal", 2026, 2026, 4_000_000),
        ("saving", "goal", 2027, 2027, 7_000_000), ("saving", "goal", 2028, 2028, 9_000_000),
    ),
    measures=(
        MeasureDraft(
            "1", "Tertialrapport om kvalitet", "started", ("3.3",),
            "Rapporten viser kvalitet like fullt som økonomi.", "økonomisjef", ("2025-09", "2026-05"), "cannot_say",
            scores=(4, 4, 5, 4), units=(24, 24, 24, 16),
            evidence=(EvidenceDraft(1, "2026-02", "Utvalgene ber om å få rapporten tidligere.", "møtebok"),),
        ),
        MeasureDraft(
            "2", "Brukerundersøkelser i alle tjenester", "decided", ("2.4",),
            "Alle tjenester er undersøkt én gang.", "servicesjef", ("2026-08", "2027-12"), "cannot_say",
            scores=(3, 4, 5, 5), waits_for=("1",),
            money=(("cost", "planned", 2026, 2027, 300_000), ("cost", "decided", 2026, 2027, 300_000)),
        ),
        MeasureDraft(
            "3", "Delte vakter på tvers av hjemmetjenestene", "started", ("4.3", "4.5"),
            "Halvparten så mange ledige vakter.", "kommunalsjef helse og omsorg", ("2025-03", "2028-03"), "cannot_say",
            scores=(5, 2, 3, 3), units=(6, 6, 4, 2),
            money=(
                ("saving", "planned", 2026, 2026, 2_500_000), ("saving", "planned", 2027, 2027, 4_000_000),
                ("saving", "planned", 2028, 2028, 5_000_000),
                ("saving", "decided", 2026, 2026, 2_500_000), ("saving", "decided", 2027, 2027, 3_000_000),
                ("saving", "realised", 2025, 2025, 300_000), ("saving", "realised", 2026, 2026, 900_000),
            ),
        ),
        MeasureDraft(
            "4", "Lokaler som brukes hele døgnet", "decided", ("8.3",),
            "Skolene leies ut på kveldstid.", "eiendomssjef", ("2026-09", "2028-08"), "cannot_say",
            scores=(3, 4, 4, 4),
            money=(("saving", "planned", 2027, 2028, 1_200_000), ("saving", "decided", 2027, 2028, 800_000)),
        ),
        MeasureDraft("5", "Felles innkjøp med Høgvang", "investigated", ("5.3",), wants="cannot_say",
                     scores=(4, 4, 4, 3), money=(("saving", "planned", 2028, 2028, 2_000_000),)),
    ),
)  # fmt: skip
