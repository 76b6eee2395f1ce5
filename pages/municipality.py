"""Kommune: where one evaluation stands, area by area and question by question."""

from pages.parts.areas import show_areas
from pages.parts.comparison_choice import chosen_comparison
from pages.parts.evaluation_choice import chosen_evaluation
from pages.parts.gaps import show_gaps
from pages.parts.headline import show_headline
from pages.parts.one_area import show_one_area
from pages.parts.provenance import show_provenance
from pages.parts.reading_choice import chosen_reading

reading = chosen_reading()
focus = chosen_evaluation(reading)
show_headline(reading, focus)
comparison = chosen_comparison(reading, focus)
show_areas(reading, focus, comparison)
show_one_area(reading, focus, comparison)
show_gaps(reading, focus, comparison)
show_provenance(reading, focus)
