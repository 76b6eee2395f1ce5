"""Invented names for the example dataset: none is, or ever was, a Norwegian municipality or county."""

MUNICIPALITIES = (
    "Almevik", "Bergsli", "Bjørkelia", "Brattholm", "Einerdal", "Eikevang", "Elvholt", "Fosseid",
    "Furuvik", "Gaukdal", "Granlia", "Grønnvåg", "Halvøy", "Hauglund", "Havneset", "Hegrefjord",
    "Høgvang", "Indre Furefjord", "Kleivdal", "Klovdal", "Kråkevåg", "Kvitnes", "Langmo", "Lomvik",
    "Lyngvåg", "Måsvik", "Myrvang", "Nordre Ljosdal", "Nordvåg", "Orrefjell", "Ospedal", "Ravnhei",
    "Rognlia", "Selvåg", "Sildvær", "Skarvnes", "Skogsund", "Solvåg", "Stavøy", "Steinhaug",
    "Storvatn", "Svanholt", "Søndre Ljosdal", "Sørlia", "Tangvik", "Teistøy", "Tindeland", "Ulvmo",
    "Vestre Granskog", "Vinterdal", "Ytre Sandvåg", "Østre Granskog",
)  # fmt: skip

COUNTIES = ("Elvemark", "Fjellheimen", "Havlandet", "Skoglandet", "Vestskjær")

HEMNE = "Hemne"
HALSA = "Halsa (eksempel)"
SNILLFJORD = "Snillfjord (eksempel)"
