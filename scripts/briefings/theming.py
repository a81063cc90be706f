"""What the plugin adds to Material: templates, style and script, words; and what an offline build leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from briefings.site.word_keys import RULES
from briefings.site.words import LOCALES, Words, words_in

THEME = str(files("briefings") / "theme")
STYLES = ("assets/briefings/search.css", "assets/briefings/pictures.css")
SEARCH_SCRIPT, PICTURES_SCRIPT = "assets/briefings/search.js", "assets/briefings/pictures.js"
SECTIONS_SCRIPT = "assets/briefings/sections.js"
MARKDOWN_IN_HTML = "md_in_html"
"""Python-Markdown's own; a briefing's page puts some of its sections into an `aside`."""
PREVIEWS = "navigation.instant.preview"
"""Material's previews of pages on hovering a link. They do without instant navigation but look each page up in
`sitemap.xml`, which MkDocs leaves empty without `site_url`, and browsers fetch nothing from disk."""


def add_theme(config: MkDocsConfig, *, searchable: bool) -> None:
    """Put our templates before Material's and after the site's own (`custom_dir`), and load our scripts."""
    own = 1 if config.theme.custom_dir else 0
    if THEME not in config.theme.dirs:
        config.theme.dirs.insert(own, THEME)
    # Before the site's own, which then has the last word.
    config.extra_css[:0] = [style for style in STYLES if style not in config.extra_css]
    if not config.site_url:
        _leave_out(config, PREVIEWS)
    if MARKDOWN_IN_HTML not in config.markdown_extensions:
        config.markdown_extensions.append(MARKDOWN_IN_HTML)
    for path in (SECTIONS_SCRIPT, PICTURES_SCRIPT, *([SEARCH_SCRIPT] if searchable else [])):
        if path not in config.extra_javascript:
            script = ExtraScriptValue(path)
            script.defer = True
            config.extra_javascript.append(script)


def make_offline(config: MkDocsConfig) -> None:
    """Let the built site open from disk: addresses that name files, and nothing that needs a server."""
    config.use_directory_urls = False
    _leave_out(config, PREVIEWS)


def _leave_out(config: MkDocsConfig, unwanted: str) -> None:
    features: list[str] = config.theme.get("features") or []
    config.theme["features"] = [feature for feature in features if feature != unwanted]


def set_language(config: MkDocsConfig) -> tuple[Words, str]:
    """Make all follow `theme.language`, where `mkdocs.yml` does not say otherwise.

    Returns the site's words, and a language they are not there in, empty where they are: then they are English.
    """
    wanted = config.theme.get("language", "en")
    if wanted in ("no", False):  # as YAML reads it; Material calls it nb
        wanted = "nb"
    config.theme["language"] = wanted
    words = words_in(wanted if wanted in LOCALES else "en")
    if config.site_description is None:
        config.site_description = words("site_description")
    if config.copyright is None:
        config.copyright = words("copyright")
    config.mdx_configs.setdefault("toc", {}).setdefault("permalink_title", words("section_link"))
    _name_palettes(config.theme.get("palette"), words)
    return words, "" if wanted in LOCALES else str(wanted)


def _name_palettes(palettes: object, words: Words) -> None:
    """Name the buttons of a choice of colours by what each leads to: the next palette in the list."""
    if not isinstance(palettes, list):
        return
    for palette, following in zip(palettes, [*palettes[1:], *palettes[:1]], strict=True):
        if isinstance(palette.get("toggle"), dict):
            palette["toggle"].setdefault("name", words.group("palette")[_scheme(following)])


def _scheme(palette: Mapping[str, Any]) -> str:
    if palette.get("media") == "(prefers-color-scheme)":
        return "system"
    return "dark" if palette.get("scheme") == "slate" else "light"


def template_globals(words: Words, *, searchable: bool) -> dict[str, Any]:
    """Return what our templates read: `words`, and `briefings_search` where there is a search."""
    return {"words": words, "briefings_search": {"rules": RULES} if searchable else None}
