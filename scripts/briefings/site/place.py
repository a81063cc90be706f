"""What the site is called and where it lies: all that stands outside its pages is addressed from there."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urljoin

from msgspec import Struct, field


class Site(Struct, frozen=True):
    """A site as others see it."""

    name: str
    description: str
    address: str | None = None
    """Absolute, with `/` at its end; None where nobody has said it, or the site opens from disk."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Path of a page in `docs/` → its address below the site's own, with `%` escapes."""

    def url(self, path: str) -> str:
        """Return the address of a page or file; below the site's own where that is not known."""
        return urljoin(self.address or "", self.urls.get(path) or quote(path))

    def absolute(self, path: str) -> str | None:
        """Return the whole address of a page or file; None where the site's own is not known."""
        return self.url(path) if self.address else None


def web_address(url: str | None) -> str | None:
    """Return an address that people wrote, if it leads into the web; spaces and the like as `%` escapes."""
    if not url or not url.startswith(("https://", "http://")):
        return None
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
