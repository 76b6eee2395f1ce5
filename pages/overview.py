"""Oversikt: what this is, how to find a municipality, and who scores what."""

from pages.parts.newest import show_newest
from pages.parts.reading_choice import chosen_reading
from pages.parts.totals import show_totals
from pages.parts.welcome import show_example_offer, show_welcome

reading = chosen_reading()
show_welcome(reading)
show_totals(reading)
show_newest(reading)
show_example_offer(reading)
