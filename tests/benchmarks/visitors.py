"""People without a browser: they speak with the server as Streamlit's own page does, and take the time."""

import socket
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from urllib.parse import urlencode

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from websockets import ClientConnection, Subprotocol, connect

from tests.benchmarks.figure import CannotMeasure

SELECT = "Kommune"


class Visitor:
    """Somebody connected to a server, who opens pages and chooses municipalities there."""

    def __init__(self, stream: ClientConnection) -> None:
        """Come in, with nothing asked for yet."""
        self._stream = stream
        self._socket = stream.transport.get_extra_info("socket")
        self._boxes: dict[str, Selectbox] = {}
        self._kept: set[str] = set()
        self._query = ""
        self._page = ""
        self.titles: list[str] = []

    async def open(self, path: str, address: Mapping[str, str]) -> float:
        """Open a page as its address does, and return the milliseconds until its script has finished."""
        wish = BackMsg()
        self._query = urlencode(address)
        wish.rerun_script.page_name = path
        return await self._rerun(wish)

    async def choose(self, name: str) -> float:
        """Choose a municipality in the page's own list, and return the milliseconds until the script has finished."""
        wish = BackMsg()
        wish.rerun_script.page_script_hash = self._page
        wish.rerun_script.widget_states.widgets.add(id=self._box().id, string_value=self._option(name))
        return await self._rerun(wish)

    def options(self) -> list[str]:
        """Return what the list of municipalities offers."""
        return list(self._box().options)

    def _box(self) -> Selectbox:
        if SELECT not in self._boxes:
            raise CannotMeasure(f"There is no list «{SELECT}» to choose from; only {list(self._boxes)}.")
        return self._boxes[SELECT]

    def _option(self, name: str) -> str:
        """Return the option of a municipality, which may say its numbers too."""
        found = [option for option in self.options() if option == name or option.startswith(f"{name} (")]
        if len(found) != 1:
            raise CannotMeasure(f"{len(found)} options are called {name}.")
        return found[0]

    async def _rerun(self, wish: BackMsg) -> float:
        wish.rerun_script.query_string = self._query
        wish.rerun_script.cached_message_hashes.extend(self._kept)
        self.titles.clear()
        start = time.perf_counter()
        await self._stream.send(wish.SerializeToString())
        while not self._heard(await self._received()):
            pass
        return (time.perf_counter() - start) * 1000

    async def _received(self) -> ForwardMsg:
        message = await self._stream.recv(decode=False)
        # Else the kernel holds back its acknowledgement, and the server its next message: a false 40 ms.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        told: ForwardMsg = ForwardMsg.FromString(message)
        return told

    def _heard(self, told: ForwardMsg) -> bool:
        """Take in a message, and tell if it is the one that says the script has finished."""
        kind = told.WhichOneof("type")
        if told.metadata.cacheable and told.hash:
            self._kept.add(told.hash)  # as the page does, so that the server need not send it again
        if kind == "delta":
            self._see(told.delta.new_element)
        elif kind == "new_session":
            self._page = told.new_session.page_script_hash
        elif kind == "navigation":
            self._page = told.navigation.page_script_hash
        elif kind == "page_info_changed":
            self._query = told.page_info_changed.query_string
        return kind == "script_finished" and _finished(told)

    def _see(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        if kind == "selectbox":
            self._boxes[element.selectbox.label] = element.selectbox
        elif kind == "heading" and element.heading.tag == "h1":
            self.titles.append(element.heading.body)
        elif kind == "exception" or (kind == "alert" and element.alert.format == Alert.ERROR):
            raise CannotMeasure(f"The page says: {element.exception.message or element.alert.body}")
        elif kind == "html" and 'role="alert"' in element.html.body:
            raise CannotMeasure(f"The page says: {element.html.body}")


def _finished(told: ForwardMsg) -> bool:
    if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
        raise CannotMeasure(f"A script ended as {ForwardMsg.ScriptFinishedStatus.Name(told.script_finished)}.")
    return True


@asynccontextmanager
async def visitor(address: str) -> AsyncIterator[Visitor]:
    """Connect somebody to a server, until they leave."""
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, proxy=None) as connection:
        yield Visitor(connection)
