"""Who may save: the decision, from what is known of a visit. What is not known to be safe is refused.

A program on the same machine can claim anything, and so can a visitor behind a relay that passes every byte on
unchanged; the rules stop browsers, other sites and proxies. Login and roles would be further facts of a visit.
"""

import os
from collections.abc import Sequence
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from data.language import N_, _
from data.refusal import Refusal

OPEN = "KOMPASSROSEN_OPEN_WRITING"
"""The environment variable by which the owner of the server lets everybody save who reaches it."""

REFUSALS = {
    "unknown_visit": N_("Her kan ark sjekkes, men ikke lagres: serveren kan ikke se hvor besøket kommer fra."),
    "reachable_by_others": N_("Her kan ark sjekkes, men ikke lagres: serveren kan nås fra andre maskiner."),
    "behind_proxy": N_("Her kan ark sjekkes, men ikke lagres: besøket kommer gjennom en mellomtjener (proxy)."),
    "visitor_elsewhere": N_("Her kan ark sjekkes, men ikke lagres: besøket kommer fra en annen maskin enn serverens."),
    "other_host": N_("Her kan ark sjekkes, men ikke lagres: siden er åpnet med et annet navn enn serverens eget."),
    "other_origin": N_("Her kan ark sjekkes, men ikke lagres: besøket kommer fra et annet nettsted."),
}
"""Why nothing can be saved, by code."""

PROXY_HEADERS = {
    "cdn-loop",
    "client-ip",
    "do-connecting-ip",
    "forwarded",
    "proxy-client-ip",
    "true-client-ip",
    "via",
    "wl-proxy-client-ip",
    "x-amzn-trace-id",
    "x-arr-log-id",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-host",
    "x-real-ip",
    "x-remote-addr",
    "x-scheme",
    "x-varnish",
}
PROXY_PREFIXES = (
    "cf-", "fastly-", "fly-", "ngrok-", "tailscale-", "x-appengine-", "x-azure-", "x-envoy-", "x-forwarded",
    "x-http-forwarded", "x-nginx-", "x-original-", "x-proxy", "x-rewrite-",
)  # fmt: skip
STANDARD_PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}


class Visit(NamedTuple):
    """What is known of a connection when it is opened.

    Attributes:
        address: the address that the server is configured to listen on; None for every address.
        arrived: the address and port on this machine that the visitor reached.
        peer: the address that the visitor, or a proxy, came from.
        scheme: `ws` or `wss`.
        headers: names in lower case, and values; a name may come twice.
    """

    address: str | None
    arrived: tuple[str, int] | None
    peer: str | None
    scheme: str
    headers: Sequence[tuple[str, str]]

    def only(self, name: str) -> str | None:
        """Return the value of a header, or None where it is missing or comes more than once."""
        values = [value for header, value in self.headers if header == name]
        return values[0] if len(values) == 1 else None


class WritingRefused(Refusal):
    """Somebody may not save. Nothing has been saved."""

    def __init__(self, code: str) -> None:
        """Say why."""
        super().__init__(code, _(REFUSALS[code]))


def refusal_code(visit: Visit) -> str | None:
    """Return the code of the reason why a visitor may not save, or None if they may."""
    if not _is_loopback(visit.address) or not visit.arrived or not _is_loopback(visit.arrived[0]):
        return "reachable_by_others"
    # Before the peer, which the server replaces by what a proxy says of it.
    if any(name in PROXY_HEADERS or name.startswith(PROXY_PREFIXES) for name, _value in visit.headers):
        return "behind_proxy"
    if not _is_loopback(visit.peer):
        return "visitor_elsewhere"
    host = visit.only("host") or ""
    # With the port: a relay listens on one of its own. A name that somebody else made point to this machine is
    # no loopback name.
    if not _is_this_server(host, visit.scheme, visit.arrived[1]):
        return "other_host"
    # The very same origin: other programs serve pages from this machine too, on other ports.
    if visit.only("origin") not in (f"http://{host}", f"https://{host}"):
        return "other_origin"
    return None


def opened_by_owner() -> bool:
    """Return whether the owner of the server lets everybody save who reaches it."""
    return os.environ.get(OPEN) == "1"


def _is_this_server(host: str, scheme: str, port: int) -> bool:
    try:
        named = urlsplit(f"//{host}")
        named_port = named.port or STANDARD_PORTS.get(scheme)
    except ValueError:
        return False
    alone = named.netloc == host and "@" not in host
    return alone and named_port == port and _is_loopback(named.hostname)


def _is_loopback(address: str | None) -> bool:
    if address is None:
        return False
    if address.lower() == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
