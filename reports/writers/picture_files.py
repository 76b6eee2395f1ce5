"""Pictures as image files, with title and provenance inside the image."""

from charts import image
from reports.content import Picture
from reports.origin import dataset_and_event
from reports.view import View


def svg(view: View, picture: Picture) -> bytes:
    """Return the picture as SVG in the light theme, with title and provenance as text."""
    notes = [*picture.origin, *dataset_and_event(view)]
    return image.svg(picture.specification, picture.points.to_pylist(), notes, picture.title)


def png(view: View, picture: Picture) -> bytes:
    """Return the picture as PNG at double resolution."""
    notes = [*picture.origin, *dataset_and_event(view)]
    return image.png(picture.specification, picture.points.to_pylist(), notes, picture.title)
