"""The pages of threads: one story from its beginning, and the way to all of them."""

from __future__ import annotations

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.site.parts import MOST_LINES
from briefings.site.thread_page import thread_pages
from briefings.site.words import words_in

ENGLISH = words_in("en")


def library(*fronts: str) -> Library:
    pages = ((f"b{index:03}", f"---\ntitle: Sak {index}\n{front}\n---\n") for index, front in enumerate(fronts))
    actors = (("ola", "---\nname: Ola\ntype: person\n---\n"),)
    return to_library(
        ((name, page_of_text(f"{name}.md", text)) for name, text in pages),
        ((name, page_of_text(f"{name}.md", text)) for name, text in actors),
    )


def pages(found: Library) -> dict[str, str]:
    return {uri: markdown for uri, _, markdown in thread_pages(found, ENGLISH)}


def test_a_story_of_years_stands_on_several_pages_each_briefing_on_one() -> None:
    number = 2 * MOST_LINES + 1
    found = pages(library(*[f"thread: Krigen\ndate: {1500 + n}\nactors: [ola]" for n in range(number)]))
    parts = [found[f"threads/{name}.md"] for name in ("krigen", "krigen/part-2", "krigen/part-3")]
    assert [part.count("\n### ") for part in parts] == [MOST_LINES, MOST_LINES, 1]
    assert "### [Sak 0](../briefings/b000.md)" in parts[0]
    assert f"### [Sak {number - 1}](../../briefings/b{number - 1:03}.md)" in parts[2]


def test_what_is_said_of_the_whole_story_stands_on_its_first_page_alone() -> None:
    fronts = [f"thread: Krigen\ndate: {1500 + n}\nactors: [ola]" for n in range(MOST_LINES + 1)]
    found = pages(library(*fronts))
    first, second = found["threads/krigen.md"], found["threads/krigen/part-2.md"]
    for once in ("201 briefings · 1500 – 1700", "## Who appears most", "<svg"):
        assert once in first
        assert once not in second


def test_the_index_of_very_many_threads_is_parted_the_newest_first() -> None:
    found = pages(library(*[f"thread: Sak {n}\ndate: {1500 + n}" for n in range(MOST_LINES + 1)]))
    first, second = found["threads/index.md"], found["threads/part/2.md"]
    assert first.count("\n- [") == MOST_LINES
    assert second.count("\n- [") == 1
    assert "[Sak 0](../sak-0.md)" in second


def test_no_name_of_a_thread_takes_the_place_of_a_part_of_the_index() -> None:
    fronts = [
        f"thread: {name}\ndate: {1500 + n}" for n, name in enumerate(["part", "part-2", "2", "part/2", *"x" * 230])
    ]
    uris = [uri for uri, _, _ in thread_pages(library(*fronts), ENGLISH)]
    assert len(uris) == len(set(uris))
