"""Routes of files and maps. Their handlers are imported on the first request."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


async def _file(request: Request) -> Response:
    # Imported here: the report and file modules would delay the start of the server.
    from api.files import file

    return await file(request)


async def _nothing(request: Request) -> Response:
    from api.files import nothing

    return await nothing(request)


async def _borders(request: Request) -> Response:
    from api.maps import borders_of

    return await borders_of(request)


ROUTES = [
    Route("/fil/{report}/{name}.{ending}", _file),
    Route("/fil/{rest:path}", _nothing),
    Route("/kart/{year}.topojson", _borders),
]
