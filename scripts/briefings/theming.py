"""What the plugin adds to Material: the search's templates, style and script; and what an offline build leaves out."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from briefings.site.search_words import search_words
from briefings.site.spellings import FOLDS

THEME = str(files("briefings") / "theme")
STYLE, SCRIPT = "assets/briefings/search.css", "assets/briefings/search.js"
PREVIEWS = "navigation.instant.preview"
"""Material's previews of pages on hovering a link. They do without instant navigation but look each page up in
`sitemap.xml`, which MkDocs leaves empty without `site_url`, and browsers fetch nothing from disk."""


def add_theme(config: MkDocsConfig, *, searchable: bool) -> None:
    """Put our templates before Material's and after the site's own (`custom_dir`), and load our script."""
    own = 1 if config.theme.custom_dir else 0
    if THEME not in config.theme.dirs:
        config.theme.dirs.insert(own, THEME)
    if STYLE not in config.extra_css:
        config.extra_css.insert(0, STYLE)  # before the site's own, which then has the last word
    if not config.site_url:
        _leave_out(config, PREVIEWS)
    if searchable and SCRIPT not in config.extra_javascript:
        script = ExtraScriptValue(SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)


def make_offline(config: MkDocsConfig) -> None:
    """Let the built site open from disk: addresses that name files, and nothing that needs a server."""
    config.use_directory_urls = False
    _leave_out(config, PREVIEWS)


def _leave_out(config: MkDocsConfig, unwanted: str) -> None:
    features: list[str] = config.theme.get("features") or []
    config.theme["features"] = [feature for feature in features if feature != unwanted]


def search_globals(language: str | None) -> dict[str, Any]:
    """Return what `partials/briefings-search.html` reads."""
    return {"words": search_words(language), "folds": FOLDS}
