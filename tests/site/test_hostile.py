"""What an article cannot do to the site that shows its briefing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser
from visiting import ROOT, publish, serving

from briefings.cli import main

pytestmark = pytest.mark.browser

ARTICLE = """\
<script>window.harmed = 1</script><img src=x onerror="window.harmed = 2"> {{ config.site_name }}

<b onmouseover="window.harmed = 3">Ola Nordmann</b> &lt;reiste&gt; til Oslo i juni, ifølge <i>NTB</i> {: onclick="x" }.

– Eg [trykte](javascript:window.harmed=4) her ![x](http://elsewhere.example/x.png) <https://elsewhere.example>, sa han.

## Key points

--8<-- "/etc/passwd"
"""


def test_an_article_puts_no_script_no_element_and_no_request_into_the_site(tmp_path: Path, browser: Browser) -> None:
    for name in ("assets", "stylesheets"):
        shutil.copytree(ROOT / "docs" / name, tmp_path / "docs" / name)
    for name in ("mkdocs.yml", "docs/index.md", "docs/about.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "hostile.txt").write_text(ARTICLE, "utf-8")
    folders = ["--seeds", str(tmp_path / "seeds"), "--docs", str(tmp_path / "docs")]
    assert CliRunner().invoke(main, ["build", *folders]).exit_code == 0
    publish(tmp_path, tmp_path / "site")

    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serving(tmp_path / "site") as url:
        page.goto(url, wait_until="networkidle")
        page.locator(".md-content h3 a").first.click()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.harmed") is None
        content = page.locator(".md-content__inner")
        harmful = "script, img, b, i, [onclick], [onerror], [onmouseover], a[href^=javascript]"
        assert content.locator(harmful).count() == 0
        assert "<b onmouseover=" in content.inner_text()
        assert "root:" not in content.inner_text()
        assert {request for request in asked if not request.startswith(url)} == set()
    page.close()
