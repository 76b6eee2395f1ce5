"""Steps on a lake that nobody waits for longer than PostgreSQL and the files answer.

A frozen PostgreSQL holds a query for ever, and no timeout of libpq ends it; frozen storage holds one for minutes. So
each step runs in a thread, and while it takes its time another asks whether both still answer. A thread that is given
up ends when its connection does; until then every further step is refused at once.
"""

import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, Generic, TypeVar

from data.lake.address import Lake
from data.lake.refusals import LakeLost, LakeSilent, LakeUnable
from data.lake.session import Session, ask_catalogue, ask_files

Answer = TypeVar("Answer")

ASK_AFTER = 0.8
"""Seconds that a step may take before PostgreSQL is asked whether it answers, and between two such questions."""
ANSWER_WITHIN = 1.2
"""Seconds that it has to answer."""
FILES_WITHIN = 3.0
"""Seconds that the files have to answer."""


class Step(Generic[Answer]):
    """One function running in a thread of its own."""

    def __init__(self, function: Callable[[], Answer], session: Session | None) -> None:
        """Start the thread; it closes the session if it is abandoned."""
        self.done = threading.Event()
        self._function, self._session = function, session
        self._answer: Any = None
        self._error: BaseException | None = None
        self._lock = threading.Lock()
        self._abandoned = False
        self._thread = threading.Thread(target=copy_context().run, args=(self._run,), name="lake", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._answer = self._function()
        except BaseException as error:  # noqa: BLE001  raised again by whoever waits
            self._error = error
        with self._lock:
            self.done.set()
            abandoned = self._abandoned
        if abandoned:
            for left in (self._session, self._answer):
                if isinstance(left, Session):
                    left.close()

    def abandon(self) -> None:
        """Leave the thread, and the session with it, to themselves; one that has ended keeps nothing."""
        with self._lock:
            if not self.done.is_set():
                self._abandoned = True
                if self._session is not None:
                    self._session.abandoned = True

    def running(self) -> bool:
        """Return whether the thread has not ended."""
        return self._thread.is_alive()

    def answer(self) -> Answer:
        """Return what the function returned, or raise what it raised."""
        if self._error is not None:
            raise self._error
        answer: Answer = self._answer
        return answer


class Steps:
    """The steps of one store on its lake."""

    def __init__(self, lake: Lake, answer_within: float = ANSWER_WITHIN) -> None:
        """Keep the lake, to ask whether it answers, and how many seconds it has for it."""
        self._lake, self._answer_within = lake, answer_within
        self._given_up: list[Step[Any]] = []
        self._silence: LakeLost = LakeSilent("PostgreSQL does not answer")

    def run(self, function: Callable[[], Answer], session: Session | None = None) -> Answer:
        """Run a function and return its result, for as long as it takes while PostgreSQL and the files answer.

        Raises:
            LakeSilent: PostgreSQL does not answer, or a step before this one still waits for it.
            LakeUnable: the same of the files.
        """
        self._given_up = [step for step in self._given_up if step.running()]
        if self._given_up:
            raise self._silence
        step = Step(function, session)
        try:
            while not step.done.wait(ASK_AFTER):
                silence = self._silent()
                if silence is not None and not step.done.is_set():
                    self._silence = silence
                    raise silence
        except BaseException:
            step.abandon()
            self._given_up.append(step)
            raise
        return step.answer()

    def close(self, session: Session) -> None:
        """Close a session, unless a thread that was given up has it and closes it."""
        if session.abandoned:
            return
        closing = Step(session.close, None)
        if not closing.done.wait(ANSWER_WITHIN):
            self._given_up.append(closing)

    def wait(self, seconds: float) -> None:
        """Wait for steps that were given up, for so many seconds at most."""
        for step in self._given_up:
            step.done.wait(seconds)

    def _silent(self) -> LakeLost | None:
        if not self._answered(lambda: ask_catalogue(self._lake, "select 1"), self._answer_within):
            return LakeSilent("PostgreSQL does not answer")
        if not self._answered(lambda: ask_files(self._lake), FILES_WITHIN):
            return LakeUnable("the files do not answer")
        return None

    def _answered(self, ask: Callable[[], object], seconds: float) -> bool:
        question = Step(ask, None)
        if not question.done.wait(seconds):
            self._given_up.append(question)
            return False
        # Refused is an answer too: then the step itself will fail, and says why.
        return True
