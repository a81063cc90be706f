"""A handful of invented pages, some of them hostile, for what the site tells feed readers, programs and other sites."""

from __future__ import annotations

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.site.place import Site

ADDRESS = "https://briefings.example/news/"
HARM = "</script><script>harm()</script> \"& ']]> \\u2028\\a"

LANDSLIDE = """---
title: Ras stengjer Riksveg 5
date: 2023-07-26
date_basis: header
lang: nn
stage: reviewed
summary: Eit ras har stengt Riksveg 5 i Fjærland.
actors:
  - {id: kari-moe, role: ordførar}
  - vegvesenet
  - norway
places: [Fjærland]
tags: [ras, samferdsle]
translations:
  en: {title: Landslide closes Highway 5, summary: A landslide has closed Highway 5 in Fjærland.}
source: {seed: a1.txt, outlet: Fjellbladet, url: "https://fjellbladet.example/ras?id=1&del=2"}
---
"""
REOPENED = """---
title: Vegen er open att
date: 2023-08
lang: nn
stage: draft
summary: Vegen gjennom Fjærland er open.
actors: [vegvesenet, norway, secret]
related:
  - {page: landslide, why: background, at: 3}
  - {page: gone, why: background, at: 4}
source: {seed: a2.txt}
---
"""
HOSTILE = f"""---
title: "{HARM.replace('"', chr(92) + '"')}"
date: 2024
lang: da
summary: "{HARM.replace('"', chr(92) + '"')}"
actors: [hostile]
places: ["{HARM.replace('"', chr(92) + '"')}"]
tags: ["<b>", "  "]
source: {{seed: a3.txt, outlet: "<i>", url: "javascript:alert(1)"}}
---
"""
GONE = """---
title: Trekt attende
date: 2024-10-01
stage: withdrawn
actors: [norway, only-gone]
source: {seed: a4.txt}
---
"""
UNDATED = "---\ntitle: Eit notat\nactors: [kari-moe]\n---\nOm vegen.\n"

ACTORS = {
    "kari-moe": "---\nname: Kari Moe\ntype: person\naliases: [Moe]\nrole: ordførar\n---\n",
    "vegvesenet": "---\nname: Vegvesenet\ntype: organisation\n---\n",
    "norway": "---\nname: Noreg\ntype: state\ncountry: NOR\nnames: {en: Norway}\n---\n",
    "secret": "---\nname: Ikkje vis\nhidden: true\n---\n",
    "only-gone": "---\nname: Berre her\ntype: person\n---\n",
    "hostile": f'---\nname: "{HARM.replace(chr(34), chr(92) + chr(34))}"\ntype: "<u>"\n---\n',
}
PAGES = {"landslide": LANDSLIDE, "reopened": REOPENED, "hostile": HOSTILE, "gone": GONE, "undated": UNDATED}


def small_library(**pages: str) -> Library:
    """Return the library of the pages above, some of them exchanged."""
    return to_library(
        ((name, page_of_text(f"docs/briefings/{name}.md", text)) for name, text in {**PAGES, **pages}.items()),
        ((name, page_of_text(f"docs/actors/{name}.md", text)) for name, text in ACTORS.items()),
    )


def small_site(address: str | None = ADDRESS) -> Site:
    """Return the site of that library, its addresses as MkDocs has them."""
    pages = {"index.md": "./", "threads/landslide.md": "threads/landslide/"}
    pages |= {f"briefings/{name}.md": f"briefings/{name}/" for name in PAGES}
    pages |= {f"actors/{name}.md": f"actors/{name}/" for name in ACTORS}
    return Site("Fjordsaker", "What happened & where", address, pages)
