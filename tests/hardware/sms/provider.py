"""A provider's HTTP server on 127.0.0.1, with everything that happens to such."""

from __future__ import annotations

import contextlib
import ssl
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

OK = '{"code": 0, "sid": "s-17"}'


@dataclass
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    body: str


@dataclass
class Provider:
    """Attributes:
    asked: Every request so far.
    status, answer: What it answers.
    hangs: It takes the request and answers nothing; ``drips``: a byte now and then, for ever.
    cut_after: Bytes of the answer's body after which the connection ends; ``None``: never.
    certificate: A file with key and certificate; it is encrypted then.
    cut_head: The connection ends before the answer begins.
    """

    status: int = 200
    answer: str = OK
    hangs: bool = False
    drips: bool = False
    cut_after: int | None = None
    cut_head: bool = False
    certificate: Path | None = None
    asked: list[Asked] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                provider._handle(self)

            do_GET = do_POST  # noqa: N815 - the server's name for it

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        scheme = "http"
        if self.certificate is not None:
            scheme, tls = "https", ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(self.certificate)
            # The handshake is the request's own thread's, not the listener's.
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        self.url = f"{scheme}://127.0.0.1:{self._server.server_address[1]}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ended.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handle(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0)).decode()
        self.asked.append(Asked(request.command, request.path, dict(request.headers), body))
        if self.cut_head:
            return
        if self.hangs:
            self.ended.wait()
            return
        with contextlib.suppress(OSError):
            self._answer(request)

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        data = self.answer.encode()
        request.send_response(self.status)
        request.send_header("Location", self.url + "/elsewhere")
        request.send_header("Content-Length", str(1 << 20 if self.drips else len(data)))
        request.end_headers()
        request.wfile.write(data[: self.cut_after])
        while self.drips and not self.ended.wait(0.01):
            request.wfile.write(b".")
