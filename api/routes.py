"""The addresses that programs and links ask; what answers them is imported when the first one comes."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


async def _file(request: Request) -> Response:
    # The server listens sooner without what files are made with.
    from api.files import file

    return await file(request)


async def _nothing(request: Request) -> Response:
    from api.files import nothing

    return await nothing(request)


ROUTES = [Route("/fil/{report}/{name}.{ending}", _file), Route("/fil/{rest:path}", _nothing)]
