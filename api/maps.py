"""Borders of municipalities for the maps: `/kart/2019.topojson?v=1a2b3c4d`."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.borders import BORDER_YEARS, borders, version
from data.first_language import language_of_visit
from data.language import _
from data.speaking import speaking

FOR_GOOD = "public, max-age=31536000, immutable"
"""Whoever asks for a version gets that very one, and need not ask again."""


async def borders_of(request: Request) -> Response:
    """Respond with the borders of a year, 304 if the client has them, or 404 if there are none."""
    return await to_thread.run_sync(_answer, request)


def _answer(request: Request) -> Response:
    # Compared as text: Python refuses to read a number of some thousand digits.
    asked = request.path_params["year"]
    year = next((known for known in BORDER_YEARS if str(known) == asked), None)
    if year is None:
        accepted = request.headers.get("accept-language", "")
        with speaking(language_of_visit(request.url.query, accepted)):
            return PlainTextResponse(_("Det er ingen grenser for {year} her.", year=asked[:60]), 404)
    content, newest = borders(year), version(year)
    is_newest = request.query_params.get("v") == newest
    headers = {"ETag": f'"{newest}"', "Cache-Control": FOR_GOOD if is_newest else "no-cache"}
    # A proxy that compresses makes the tag a weak one.
    tags = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if tags & {f'"{newest}"', "*"}:
        return Response(status_code=304, headers=headers)
    return Response(content, 200, headers, "application/json")
