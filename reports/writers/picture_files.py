"""A picture as a file to take away, with its title and what it rests on inside the image."""

from charts import image
from reports.content import Picture
from reports.origin import dataset_and_event
from reports.view import View


def svg(view: View, picture: Picture) -> bytes:
    """Return the picture as an SVG file in the light theme, with title and origin as text in it."""
    notes = [*picture.origin, *dataset_and_event(view)]
    return image.svg(picture.specification, picture.points.to_pylist(), notes, picture.title)


def png(view: View, picture: Picture) -> bytes:
    """Return the same as a PNG file with two pixels per pixel."""
    notes = [*picture.origin, *dataset_and_event(view)]
    return image.png(picture.specification, picture.points.to_pylist(), notes, picture.title)
