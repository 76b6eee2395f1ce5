"""The steps of the page by their code in the address."""

from collections.abc import Mapping

from data.language import N_, _

FIRST_STEP = "kort"
STEPS = {
    "kort": N_("Kort fortalt"),
    "best": N_("Hvem er best"),
    "mangler": N_("Felles mangler"),
    "overforing": N_("Overføring"),
    "vedtak": N_("Til vedtak"),
}
"""Labels of the steps, in order."""
PAGE, MEETING = "side", "mote"
"""Codes of the two ways to show the page: a step as a page, and one thing at a time in large type."""


def step_names(judged: bool) -> Mapping[str, str]:
    """Return the labels of the steps that have something to show: without verdicts only the first."""
    return {code: _(name) for code, name in STEPS.items() if judged or code == FIRST_STEP}
