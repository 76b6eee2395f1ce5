"""Finding one municipality among many, by its name or any of its numbers."""

from queries.municipalities import names, search, searchable_names
from queries.snapshot import Snapshot
from tests.conftest import Landscape
from tests.landscapes import made


def landscape_with_names(landscape: Landscape) -> Snapshot:
    given = {"9001": "Sande", "9002": "Store Sande", "9003": "Bø", "9004": "Sandøy"}
    return landscape(*(made(number, total=300, municipality=name) for number, name in given.items()))


def test_every_municipality_has_its_newest_name(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", 2016, municipality="Før"), made("9001", 2018, municipality="Nå"))
    assert names(snapshot) == {"9001": "Nå"}


def test_a_name_is_told_with_every_number_it_has_had(real: Snapshot) -> None:
    assert searchable_names(real)["1612"] == "Hemne (1612, 5011)"


def test_those_that_begin_with_the_text_come_first_and_the_case_does_not_matter(landscape: Landscape) -> None:
    snapshot = landscape_with_names(landscape)
    assert search(snapshot, "sand") == ["9001", "9004", "9002"]
    assert search(snapshot, " BØ ") == ["9003"]


def test_an_older_number_finds_its_municipality(real: Snapshot) -> None:
    assert search(real, "5011") == ["1612"]


def test_a_whole_key_finds_only_its_own_municipality(landscape: Landscape) -> None:
    snapshot = landscape(made("900", total=300), made("9001", total=300), made("0180", total=300, country="SE"))
    assert search(snapshot, "900") == ["900"]
    assert search(snapshot, "se-0180") == ["SE-0180"]


def test_nothing_is_found_by_nothing_nor_by_what_nobody_is_called(landscape: Landscape) -> None:
    snapshot = landscape_with_names(landscape)
    assert search(snapshot, "  ") == []
    assert search(snapshot, "Xyz") == []


def test_no_more_are_found_than_are_asked_for(landscape: Landscape) -> None:
    assert search(landscape_with_names(landscape), "sand", most=2) == ["9001", "9004"]
