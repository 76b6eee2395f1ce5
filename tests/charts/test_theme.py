from pathlib import Path

import pytest

from charts.theme import FALLBACK_COLOURS, MUTED, series_colours


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_known_from_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("background", ["#ffffff", "#10161d"])
def test_the_muted_grey_is_seen_on_a_light_and_a_dark_page(background: str) -> None:
    assert contrast(MUTED, background) >= 3


def test_the_light_theme_decides_the_colours(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(
        '[theme]\nchartCategoricalColors = ["#111111"]\n[theme.light]\nchartCategoricalColors = ["#222222"]'
    )
    assert series_colours(settings) == ("#222222",)


def test_without_a_light_theme_the_theme_decides(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[theme]\nchartCategoricalColors = ["#111111"]')
    assert series_colours(settings) == ("#111111",)


def test_without_settings_there_are_colours_all_the_same(tmp_path: Path) -> None:
    assert series_colours(tmp_path / "none.toml") == FALLBACK_COLOURS
