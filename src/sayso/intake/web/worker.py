"""A warm process for parsing, ended when it takes too long, with another in its place for the next."""

import os
import re
import select
import subprocess
import sys
import time
import weakref
from functools import cache

import msgspec

from sayso.errors import InputError
from sayso.intake.web.hand import frame

PATIENCE = 15.0  # seconds for one page
LOADING = 60.0  # seconds for a process to start and load a parser, which is no page's fault
LARGEST = 8_000_000  # characters of one page
ELEMENTS = 60_000  # start tags of one page
ATTRIBUTES = 4_000  # words inside one tag: parsers are quadratic in them
TAG = re.compile(r"<[a-zA-Z][^<>]*")
NEXT = "save the article's text as .txt and read that"
ANSWER = msgspec.msgpack.Decoder(tuple[dict[str, object] | None, str | None])
Argument = str | bytes | int | list[str] | None


class Worker:
    """One process that parses, started when first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[..., Worker] | None = None
        self._loaded: set[str] = set()

    def done(self, job: str, *arguments: Argument, seconds: float | None = None) -> dict[str, object]:
        """What a job of `hand.JOBS` gives. Raises InputError where there is no answer in time, or it is a fault."""
        if job not in self._loaded or self._gone():
            self.ask(msgspec.msgpack.encode(("load", (job,))), LOADING)
            self._loaded.add(job)
        found, why = ANSWER.decode(self.ask(msgspec.msgpack.encode((job, arguments)), seconds))
        if found is None:
            raise InputError(f"can't be parsed: {why}", NEXT)
        return found

    def ask(self, message: bytes, seconds: float | None = None) -> bytes:
        """The answer to a message. Raises InputError where there is none in time."""
        process = self._running()
        try:
            return _exchange(process, frame(message), seconds or PATIENCE)
        except (OSError, EOFError, TimeoutError) as error:
            self.close()
            why = "took too long" if isinstance(error, TimeoutError) else "broke the parser or its memory cap"
            raise InputError(why, NEXT) from error

    def close(self) -> None:
        """Nothing; the process is ended."""
        if self._end is not None:
            self._end()
        self._process = self._end = None
        self._loaded.clear()

    def _gone(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._gone():
            self.close()
            self._process = _started()
            self._end = weakref.finalize(self, _ended, self._process)
        return self._process


@cache  # kept warm: starting it costs more than most pages; by process id, because a fork must not share its parent's pipes
def worker(_pid: int) -> Worker:
    """The worker of this process."""
    return Worker()


def shared() -> Worker:
    """The worker of this process, kept warm."""
    return worker(os.getpid())


def parsed(html: str, url: str | None, place: str) -> dict[str, object]:
    """`said` and `body` of a page. Raises InputError for a page beyond the caps, or whose parsing fails."""
    check(html, place)
    try:
        return shared().done("page", html, url)
    except InputError as error:
        raise InputError(f"{place}: the page {error}", NEXT) from error


def check(html: str, place: str) -> None:
    """Nothing. Raises InputError for a page that is larger than any article's, before a parser sees it."""
    if len(html) > LARGEST:
        raise InputError(f"{place}: a page of {len(html)} characters, more than {LARGEST}", NEXT)
    tags = 0
    for found in TAG.finditer(html):
        tags += 1
        long = found.end() - found.start() > 2 * ATTRIBUTES
        if long and len(found[0].split()) > ATTRIBUTES:
            raise InputError(f"{place}: more than {ATTRIBUTES} attributes in one tag", NEXT)
    if tags > ELEMENTS:
        raise InputError(f"{place}: {tags} elements in one page, more than {ELEMENTS}", NEXT)


def _started() -> subprocess.Popen[bytes]:
    """A new process, which finds sayso where this one did."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "sayso.intake.web.hand", str(os.getpid())]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, bufsize=0
    )


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Nothing; kills a process and closes its pipes."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def _exchange(process: subprocess.Popen[bytes], message: bytes, seconds: float) -> bytes:
    """The answer to a framed message; both pipes are watched, so that neither side waits for the other for ever."""
    if process.stdin is None or process.stdout is None:
        raise EOFError("no pipes")
    until = time.monotonic() + seconds
    sink, source = process.stdin.fileno(), process.stdout.fileno()
    os.set_blocking(sink, False)
    left, got = memoryview(message), bytearray()
    while len(got) < 4 or len(got) < 4 + int.from_bytes(got[:4], "big"):
        ready, able, _ = select.select([source], [sink] if left else [], [], max(0.0, until - time.monotonic()))
        if not ready and not able:
            raise TimeoutError
        if able:
            left = left[os.write(sink, left[:65536]) :]
        if ready:
            piece = os.read(source, 1 << 20)
            if not piece:
                raise EOFError("the process ended")
            got += piece
    return bytes(got[4:])
