"""`python -m data.landscape` writes the four files of the example dataset."""

from data.landscape.files import write

write()
