"""What an address chooses where an import is undone, and what is said of it."""

import pytest

from data.imports import undo_import
from data.store import Store
from queries.snapshot import snapshot_of
from reports.address import Address
from reports.choices import evaluation_in
from reports.content import Notice
from reports.view import View
from tests.landscapes import NOON, add, made
from tests.reports.reading_reports import empty_of


def chosen(store: Store, **words: str) -> tuple[str, int, list[str]]:
    address = Address(words)
    evaluation = evaluation_in(snapshot_of(store), address)
    return evaluation.name, evaluation.year, address.notices


@pytest.mark.parametrize(("number", "name"), [("0301", "Oslo"), ("9999", "Nyby")])
def test_the_address_of_a_municipality_whose_import_is_undone_gets_one_true_sentence(
    made_store: Store, number: str, name: str
) -> None:
    add(made_store, made("1612", 2018, total=433, municipality="Hemne"))
    event = add(made_store, made(number, 2022, total=500, municipality=name))
    assert chosen(made_store, kommune=number, aar="2022") == (name, 2022, [])
    undo_import(made_store, event, NOON)
    told = f"{name} 2022 er ikke med lenger: import {event} er angret. Her vises Hemne."
    assert chosen(made_store, kommune=number, aar="2022") == ("Hemne", 2018, [told])
    undo_import(made_store, event + 1, NOON)  # the undo of the undo
    assert chosen(made_store, kommune=number, aar="2022") == (name, 2022, [])


def test_a_year_whose_import_is_undone_gives_way_to_the_newest_one_and_says_so(made_store: Store) -> None:
    add(made_store, made("1612", 2018, total=433, municipality="Hemne"))
    event = add(made_store, made("1612", 2022, total=500, municipality="Hemne"))
    undo_import(made_store, event, NOON)
    told = f"Hemne 2022 er ikke med lenger: import {event} er angret. Her vises 2018."
    assert chosen(made_store, kommune="1612", aar="2022") == ("Hemne", 2018, [told])
    never = "Hemne er ikke evaluert i 2020. Her vises 2018."
    assert chosen(made_store, kommune="1612", aar="2020") == ("Hemne", 2018, [never])


def test_nothing_is_said_of_the_year_of_a_municipality_that_is_not_here(made_store: Store) -> None:
    add(made_store, made("1612", 2018, total=433, municipality="Hemne"))
    told = "Oslo (0301) har ingen evaluering i dette datasettet. Her vises Hemne."
    assert chosen(made_store, kommune="0301", aar="2022") == ("Hemne", 2018, [told])


def test_a_dataset_whose_only_import_is_undone_is_told_apart_from_one_without_imports(made_store: Store) -> None:
    event = add(made_store, made("1612", 2018, total=433, municipality="Hemne"))
    before = View(snapshot_of(made_store, "example"))
    undo_import(made_store, event, NOON)
    after = View(snapshot_of(made_store))
    assert empty_of("kommune", before).contents == (
        Notice("no_evaluations", "Det er ingen evalueringer i dette datasettet ennå."),
    )
    assert empty_of("kommune", after).contents == (
        Notice("no_evaluations", "Det er ingen evalueringer i dette datasettet: importene av dem er angret."),
    )
