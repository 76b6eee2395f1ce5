"""Choice of municipality and programme; years are chosen by links."""

from pages.programme.choices import show_programme_choice
from reports.council_status.choice import Choice
from reports.programme.choice import Choice as ProgrammeChoice
from reports.view import View


def show_choices(view: View, choice: Choice) -> None:
    """Draw the choices that this page shares with the page of the programme."""
    shared = ProgrammeChoice(choice.municipality, choice.name, choice.day, choice.programme)
    show_programme_choice(view.snapshot, shared)
