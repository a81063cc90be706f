"""The repository's own site as a static host serves it: gzip for text, ten minutes in the browser's store."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct

from bench.articles import ROOT

KEPT = "max-age=600"
"""What GitHub Pages sends for every file."""
TEXT = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")
KINDS = {
    "home": "index.html",
    "briefing": "briefings/*/index.html",
    "actor": "actors/*/index.html",
    "month": "dates/*/*/index.html",
    "thread": "threads/*/index.html",
    "network": "network/index.html",
}
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser that asks nothing of anybody on its own, so that every request seen is the site's."""


class Hosted(Struct, frozen=True):
    """A built site that answers."""

    folder: Path
    url: str
    """Ends with a slash."""

    def page_of(self, kind: str) -> str | None:
        """Return the address of the heaviest page of a kind; None where the site has none."""
        pages = sorted(self.folder.glob(KINDS[kind]), key=lambda page: (-page.stat().st_size, page.as_posix()))
        if not pages:
            return None
        return self.url + pages[0].relative_to(self.folder).as_posix().removesuffix("index.html")


@contextmanager
def hosted() -> Iterator[Hosted]:
    """Build the site of the repository and serve it. Raises CalledProcessError where it cannot be built."""
    with tempfile.TemporaryDirectory() as folder:
        handler = partial(_Host, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            url = f"http://127.0.0.1:{server.server_address[1]}/"
            subprocess.run(  # noqa: S603  # the site's own build
                (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder),
                cwd=ROOT,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": url},
                check=True,
            )
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            try:
                yield Hosted(Path(folder), url)
            finally:
                server.shutdown()
                thread.join()


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = self.guess_type(str(file))
        data = file.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", KEPT)
        if kind.startswith(TEXT) and "gzip" in self.headers.get("Accept-Encoding", ""):
            self.send_header("Content-Encoding", "gzip")
            data = gzip.compress(data, 6, mtime=0)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass
