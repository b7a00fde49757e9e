"""Questions to the glossary, in a thread, numbered: the newest waiting one wins, a late answer is dropped.

An ``Asker`` has at most one question running and one waiting. A key held down therefore never piles up work, and
nothing shown is ever older than what was asked last.
"""

from __future__ import annotations

from asyncio import get_running_loop
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, Generic, TypeVar

from glossary.errors import GlossaryError, StoreError

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Callable

    from textual.widget import Widget

__all__ = ["AGAIN_S", "SLOW_S", "Asker", "finish_questions"]

AGAIN_S = 2.0
"""After how long a question is asked again that the database could not answer."""
SLOW_S = 0.7
"""After how long it is said that an answer takes its time, as where another process writes to the database."""
_THREADS = 8
_pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="question")
_running: set[Future[None]] = set()


def finish_questions() -> None:
    """Wait until no question is with the glossary any more, so that it can be closed."""
    wait(tuple(_running))


Value = TypeVar("Value")


class Asker(Generic[Value]):
    """One kind of question of one widget.

    Args:
        owner: The widget that asks.
        answered: Called with the value, in the widget's own thread, unless a newer question was asked.
        failed: Called with the error instead, where there is one.
        again: Whether what the database could not answer, being gone or locked, is asked again every ``AGAIN_S`` until
            it can, or something newer is asked.
        slow: Called with true where an answer takes longer than ``SLOW_S``, and with false when it has come.
    """

    def __init__(
        self,
        owner: Widget,
        answered: Callable[[Value], None],
        failed: Callable[[GlossaryError], None],
        *,
        again: bool = False,
        slow: Callable[[bool], None] | None = None,
    ) -> None:
        self._owner = owner
        self._slow = slow
        self._timer: TimerHandle | None = None
        self._is_slow = False
        self._again = again
        self._answered = answered
        self._failed = failed
        self._question = 0
        self._running = False
        self._waiting: Callable[[], Value] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs or waits."""
        return not self._running

    def ask(self, work: Callable[[], Value]) -> None:
        """Ask a question; one that still waits is forgotten.

        Args:
            work: Calls the facade; run in a thread. Only ``GlossaryError`` may come out of it.
        """
        self._question += 1
        if self._running:
            self._waiting = work
        else:
            self._start(work)

    def forget(self) -> None:
        """Drop the answer to whatever was asked."""
        self._question += 1
        self._waiting = None

    def _start(self, work: Callable[[], Value]) -> None:
        self._running = True
        question = self._question

        loop, here = get_running_loop(), copy_context()
        if self._slow is not None:
            self._timer = loop.call_later(SLOW_S, self._within, self._tell_slow, True)

        def tell(finish: Callable[..., None], *arguments: object) -> None:
            # At once, in the app's thread: a message to the owner would be passed on for longer than it is answered.
            with suppress(RuntimeError):  # the app has ended
                loop.call_soon_threadsafe(self._within, finish, *arguments, context=here)

        def run() -> None:
            try:
                check = getattr(self._owner.app, "check_database", None)
                if check is not None:
                    check()
                value = work()
            except GlossaryError as error:
                tell(self._fail, question, work, error)
            except BaseException as bug:  # noqa: BLE001  it ends the app, in the thread where it can
                tell(self._crash, bug)
            else:
                tell(self._finish, question, value)

        future = _pool.submit(copy_context().run, run)
        _running.add(future)
        future.add_done_callback(_running.discard)

    def _within(self, finish: Callable[..., None], *arguments: object) -> None:
        """Call something as the owner would, if it is still there."""
        if self._owner.is_attached:
            with self._owner._context():
                try:
                    finish(*arguments)
                except Exception as bug:  # noqa: BLE001  told where Textual ends the app for it
                    self._crash(bug)

    def _crash(self, bug: BaseException) -> None:
        self._running = False
        self._owner.call_later(self._raise, bug)

    def _raise(self, bug: BaseException) -> None:
        raise bug

    def _finish(self, question: int, value: Value) -> None:
        if self._is_newest(question):
            self._answered(value)

    def _fail(self, question: int, work: Callable[[], Value], error: GlossaryError) -> None:
        if self._is_newest(question):
            if self._again and isinstance(error, StoreError):
                loop = get_running_loop()
                loop.call_later(AGAIN_S, self._within, self._ask_again, question, work)
            self._failed(error)

    def _ask_again(self, question: int, work: Callable[[], Value]) -> None:
        if question == self._question and not self._running:
            self._start(work)

    def _tell_slow(self, is_slow: bool) -> None:
        if self._slow is not None and is_slow != self._is_slow:
            self._is_slow = is_slow
            self._slow(is_slow)

    def _is_newest(self, question: int) -> bool:
        """Go on with what waits; return whether nothing was asked since."""
        self._running = False
        if self._timer is not None:
            self._timer.cancel()
            self._tell_slow(False)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(waiting)
        return question == self._question
