"""`python -m data.landscape` writes the files of the example dataset."""

from data.landscape.files import write

write()
