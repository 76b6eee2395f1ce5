"""Which event is the newest that matters, by dataset and by what it is about."""

import pytest

from data.timeline import Timeline

EVENTS = [
    (1, "import", "real", None),
    (2, "import", "example", None),
    (3, "plan", "real", None),
    (4, "import", "real", None),
    (5, "undo", "real", 3),
    (6, "undo", "real", 4),
    (7, "redo", "real", 4),
    (8, "redo", "real", 3),
]
"""5 undoes a plan, 6 an import; 7 undoes that undo, and so is about evaluations too, 8 is about the plan again."""


@pytest.mark.parametrize(
    ("dataset", "about", "as_of", "newest"),
    [
        ("real", "import", 8, 7),
        ("real", "import", 6, 6),
        ("real", "import", 5, 4),
        ("real", "import", 3, 1),
        ("real", "import", 0, 0),
        ("real", "plan", 8, 8),
        ("real", "plan", 7, 5),
        ("real", "plan", 2, 0),
        ("example", "import", 8, 2),
        ("example", "plan", 8, 0),
        ("another", "import", 8, 0),
    ],
)
def test_an_undo_is_about_what_it_undoes(dataset: str, about: str, as_of: int, newest: int) -> None:
    assert Timeline(EVENTS).newest_of(dataset, about, as_of) == newest


def test_the_log_of_a_dataset_ends_with_its_newest_event_of_any_kind() -> None:
    timeline = Timeline(EVENTS)
    assert [timeline.newest_of_any("real", event) for event in (2, 3, 8)] == [1, 3, 8]
    assert timeline.newest_of_any("example", 8) == 2


def test_a_store_without_events_is_at_nought() -> None:
    assert Timeline([]).newest == 0
    assert Timeline([]).newest_of_any("real", 5) == 0
