"""Files that the site puts beside, or in place of, those in `docs/`: pages of its own, one stylesheet, translations."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from briefings.site.edition import in_the_way
from briefings.site.loading import STYLES, join_styles
from briefings.site.prose import find_variants

log = get_plugin_logger("briefings")


def add_file(files: Files, config: MkDocsConfig, uri: str, content: str | bytes) -> bool:
    """Add what no file of `docs/` holds, unless a person's file lies there: then warn, and leave that one."""
    there = files.get_file_from_path(uri)
    if there is not None and there.generated_by is None:
        log.warning("%s", in_the_way(f"{Path(config.docs_dir).name}/{uri}"))
        return False
    files.append(File.generated(config, uri, content=content))
    return True


def use_one_stylesheet(files: Files, config: MkDocsConfig) -> None:
    """Put the site's stylesheets into one file, where all of them lie here."""
    found = {path: files.get_file_from_path(path) for path in config.extra_css}
    styles = [(file.dest_uri, file.content_string) for file in found.values() if file]
    joined = join_styles(styles) if len(styles) == len(found) > 1 else None
    if joined and add_file(files, config, STYLES, joined):
        config.extra_css[:] = [STYLES]


def choose_language(files: Files, language: str) -> dict[str, str]:
    """Show people's own pages in the site's language where they have written them in it, and under one address.

    Returns path of a person's own page → path of the file that holds it in the site's language.
    """
    written_in: dict[str, str] = {}
    found = {file.src_uri: file for file in files.documentation_pages()}
    for variant, uri in find_variants(found, language).items():
        files.remove(found[variant])
        if uri:
            found[uri].content_string = found[variant].content_string
            written_in[uri] = variant
    return written_in
