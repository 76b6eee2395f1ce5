"""What a request says of its visitor, before a page runs."""

from starlette.types import Scope

from data.first_language import language_of_visit


def language_of(scope: Scope) -> str:
    """Return the language of a request's address, else of its municipality or browser."""
    accepted = next((value for name, value in scope["headers"] if name == b"accept-language"), b"")
    return language_of_visit(scope.get("query_string", b"").decode("latin-1"), accepted.decode("latin-1"))
