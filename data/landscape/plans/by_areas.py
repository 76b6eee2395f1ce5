"""Invented programmes whose measures lift whole areas: Østre Granskog, and Solvåg where nothing is left untouched."""

from data.landscape.plans.drafts import EvidenceDraft, MeasureDraft, PhaseDraft, ProgrammeDraft

OSTRE_GRANSKOG = ProgrammeDraft(
    "ostre-granskog-2016", "9052", "Østre Granskog", "Ledelse nær barna 2016–2020",
    need="Enhetslederne har for mange under seg, og læring er kommunens svakeste område.",
    goal="Ledere som har tid til å lede, og en kommune som lærer av egne feil.",
    anchoring="Vedtatt i kommunestyret; styringsgruppe med utvalgslederne, kommunedirektøren og hovedtillitsvalgte.",
    when=("2016-08", "2020-06"),
    answers=(2016, "2.1"),
    target_year=2020,
    measures=(
        MeasureDraft(
            "a1", "Barnehager",
            phases=(
                PhaseDraft("Forstudie", ("2016-08", "2016-12")),
                PhaseDraft("Simulering", ("2017-01", "2017-05")),
                PhaseDraft("Rekruttering", ("2017-06", "2017-12")),
                PhaseDraft("Utvikling", ("2018-01", "2020-06")),
            ),
        ),
        MeasureDraft(
            "a2", "Skoler",
            phases=(
                PhaseDraft("Forstudie", ("2016-10", "2017-04")),
                PhaseDraft("Simulering", ("2017-05", "2018-01")),
                PhaseDraft("Rekruttering", ("2018-02", "2018-09")),
                PhaseDraft("Utvikling", ("2018-10", "2020-06")),
            ),
        ),
        MeasureDraft(
            "1", "Avdelingsledere i barnehagene", "done", ("7",),
            "Alle barnehager med over 40 barn har avdelingsledere.", "barnehagesjef", ("2016-09", "2018-06"),
            "as_rest", reaches=True, under="a1", units=(34, 31, 24, 24),
            evidence=(EvidenceDraft(3, "2018-05", "Barnehagene har faste møter der avvik og ideer gjennomgås."),),
            money=(("cost", "planned", 2017, 2018, 2_400_000), ("cost", "decided", 2017, 2018, 2_400_000),
                   ("cost", "realised", 2017, 2018, 2_150_000)),
        ),
        MeasureDraft(
            "2", "Felles ressursstyring i skolene", "started", ("5",),
            "Skolene fordeler timer etter samme modell.", "skolesjef", ("2017-05", "2019-08"),
            "as_rest", reaches=False, under="a2", units=(11, 11, 8, 5), waits_for=("1",),
        ),
        MeasureDraft("3", "Frivillige i skolefritidsordningen", "idea", ("8",), under="a2", wants="cannot_say"),
    ),
)  # fmt: skip

SOLVAG = ProgrammeDraft(
    "solvag-2017", "9038", "Solvåg", "Hele Solvåg 2017–2019",
    need="Evalueringen i 2016 var svak på alle områder.",
    goal="Ett løft for hele organisasjonen på én gang.",
    anchoring="Vedtatt i kommunestyret mot to stemmer.",
    when=("2017-01", "2019-06"),
    answers=(2016, "2.1"),
    target_year=2018,
    measures=(
        MeasureDraft(
            "1", "Alle enheter lager sin egen utviklingsplan", "done", ("1", "2", "3", "4", "5", "6", "7", "8"),
            "Hver enhet har en plan på to sider, med tre mål.", "kommunedirektør", ("2017-02", "2018-04"),
            "cannot_say", reaches=False, units=(19, 17, 15, 12),
            evidence=(EvidenceDraft(2, "2017-10", "Enhetslederne har lært å skrive mål som kan måles."),),
        ),
        MeasureDraft("2", "Veileder om klarspråk", "investigated", ("2.3",), wants="cannot_say"),
    ),
)  # fmt: skip
