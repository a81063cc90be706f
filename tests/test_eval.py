"""The scorer, on cases small enough to count by hand; and the annotations it scores against, on what can be checked."""

from __future__ import annotations

import copy
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf

from evaluation.__main__ import main
from evaluation.cast import meets
from evaluation.floors import read_floors
from evaluation.gold import Case, read_gold
from evaluation.layout import KINDS
from evaluation.likeness import same_role
from evaluation.pairing import best_pairs
from evaluation.rouge import rouge_l
from evaluation.scores import FIELDS, score_case
from evaluation.spans import HEADER, claim_span, locate, occurrences

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests/gold"


Offer = dict[str, Any]

TEXT = """\
 date 2024-05 Krise i Lillevik

Les også: Mer

Ordfører Kari Dahl tok imot Ola Dahl fra Norge i Storby tirsdag.

På kaia

– Vi er klare for alt, sier Kari Dahl til Avisa.

Ifølge Radioen kalte Ola Dahl planen «en stor bommert».

Dahl venter i havna. Foto: Ukjent

Rettelse: Vi skrev feil navn."""

ANNOTATION = """
lang: nb
published: {value: "2024-05", basis: header}
headline: Krise i Lillevik
noise: ["Les også"]
captions: ["Dahl venter"]
subheadings: [På kaia]
correction: "Rettelse"
actors:
  - {name: Kari Dahl, type: person, surfaces: [Kari Dahl], roles: [Ordfører], descriptions: [ordføreren], salient: true}
  - {name: Ola Dahl, type: person, surfaces: [Ola Dahl, Dahl], salient: true}
  - {name: Norge, type: state, surfaces: [Norge], salient: false}
  - {name: Avisa, type: organisation, surfaces: [Avisa], salient: false}
  - {name: Radioen, type: organisation, surfaces: [Radioen], salient: false}
places: [Storby]
events: [{when: "2024-05", said: tirsdag, what: they met}]
quotes: [{speaker: Kari Dahl, text: Vi er klare}]
fragments: [{text: en stor bommert, speaker: Ola Dahl}]
attributions:
  - {source: Avisa, sentence: Vi er klare}
  - {source: Radioen, sentence: Ifølge Radioen}
links: [{to: other, why: same event}]
"""


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold())


def blocks(text: str) -> list[tuple[int, int]]:
    """The paragraphs of an article, as the file format counts them."""
    pattern = r"(?:[^\n]+\n?)+" if "\n\n" in text else r"[^\n]+"
    header = HEADER.match(text)
    spans = [(m.start(), m.start() + len(m.group().rstrip())) for m in re.finditer(pattern, text)]
    return [(header.end(), spans[0][1]), *spans[1:]] if header else spans


def perfect(stem: str, text: str, gold: Offer) -> Offer:
    """What `briefings explain --format json` would print if the build found all that is annotated and nothing else."""
    spans, used, kinds = blocks(text), set[int](), {}
    for key, names in KINDS.items():
        value = gold.get(key) or []
        for beginning in [value] if isinstance(value, str) else value:
            kinds[locate(text, beginning, used)] = min(names)
    paragraphs = [
        {"n": n, "kind": kinds.get(start, "paragraph"), "lang": gold["lang"], "start": start, "end": end}
        for n, (start, end) in enumerate(spans, 1)
    ]
    ids = {actor["name"]: slug(actor["name"]) for actor in gold["actors"]}
    metonyms = gold.get("metonyms") or {}
    for actor in gold["actors"]:
        ids |= dict.fromkeys(actor.get("descriptions") or (), ids[actor["name"]])
    actors = [
        {
            "id": ids[actor["name"]],
            **{key: actor[key] for key in ("name", "type", "salient")},
            "role": (actor.get("roles") or [None])[0],
            "mentions": [
                {"text": words}
                for words in (
                    *actor["surfaces"],
                    *(actor.get("descriptions") or ()),
                    *(city for city, state in metonyms.items() if state == actor["name"]),
                )
            ],
        }
        for actor in gold["actors"]
    ]

    def at(words: str | None) -> int:
        offset = next(occurrences(text, words)) if words else spans[0][0]
        return next(n for n, (start, end) in enumerate(spans, 1) if start <= offset < end)

    said = [
        {"kind": kind, "speaker": ids.get(item["speaker"], item["speaker"]), "via": [], "text": item["text"]}
        for kind in ("quote", "fragment")
        for item in gold[f"{kind}s"]
    ]
    said += [
        {"kind": "reported", "speaker": ids.get(item["source"], item["source"]), "via": [], "text": item["sentence"]}
        for item in gold["attributions"]
    ]
    return {
        "seed": f"{stem}.txt",
        "lang": gold["lang"],
        "date": gold["published"],
        "paragraphs": paragraphs,
        "actors": actors,
        "places": gold["places"],
        "events": [
            {"date": e["when"], "said": e["said"], "text": e["what"], "at": at(e["said"])} for e in gold["events"]
        ],
        "statements": said,
        "related": [
            {"seed": link["to"], "why": "same event" if link["why"] == "same event" else "background"}
            for link in gold["links"]
        ],
    }


def score(offer: Offer) -> dict[str, float | None]:
    case = Case("tiny", "invented", TEXT, yaml.safe_load(ANNOTATION), offer)
    return {name: tally.f1 for name, tally in score_case(case).items()}


def tiny() -> Offer:
    return perfect("tiny", TEXT, yaml.safe_load(ANNOTATION))


def test_an_extraction_that_finds_everything_and_nothing_else_scores_one_in_every_field() -> None:
    assert score(tiny()) == dict.fromkeys(FIELDS, 1.0)


def test_an_empty_extraction_scores_nought_in_every_field_that_does_not_hang_on_an_actor_or_quote_found() -> None:
    hanging = {"surfaces", "types", "salient", "roles", "resolved", "quote speakers", "fragment speakers"}
    assert score({}) == {name: None if name in hanging else 0.0 for name in FIELDS}


def kind(number: int, name: str) -> Callable[[Offer], None]:
    return lambda offer: offer["paragraphs"][number - 1].update(kind=name)


def actor(number: int, **change: object) -> Callable[[Offer], None]:
    return lambda offer: offer["actors"][number].update(change)


def statement(number: int, **change: object) -> Callable[[Offer], None]:
    return lambda offer: offer["statements"][number].update(change)


def extra(key: str, **item: object) -> Callable[[Offer], None]:
    return lambda offer: offer[key].append(item)


def split_an_actor(offer: Offer) -> None:
    offer["actors"][1]["mentions"].pop()
    extra("actors", id="dahl", name="Dahl", type="person", role=None, salient=True, mentions=[{"text": "Dahl"}])(offer)


def merge_two_actors(offer: Offer) -> None:
    """A merged actor is the source of what both said, so attributions fall too."""
    offer["actors"][3]["mentions"] += offer["actors"].pop()["mentions"]
    offer["statements"][3]["speaker"] = offer["actors"][3]["id"]


def drop(number: int) -> Callable[[Offer], None]:
    return lambda offer: offer["statements"].pop(number)


MISTAKES: dict[str, tuple[set[str], Callable[[Offer], None]]] = {
    "wrong language": ({"language"}, lambda o: o.update(lang="da")),
    "wrong date": ({"date"}, lambda o: o["date"].update(value="2024-05-01")),
    "wrong basis": ({"date basis"}, lambda o: o["date"].update(basis="corpus x")),
    "headline missed": ({"headline"}, kind(1, "lead")),
    "noise missed": ({"noise"}, kind(2, "paragraph")),
    "article taken for noise": ({"noise"}, kind(3, "boilerplate")),
    "caption missed": ({"captions"}, kind(7, "paragraph")),
    "false caption": ({"captions"}, kind(6, "caption")),
    "sub-heading missed": ({"subheadings"}, kind(4, "paragraph")),
    "false sub-heading": ({"subheadings"}, kind(3, "subheading")),
    "correction missed": ({"correction"}, kind(8, "paragraph")),
    "false correction": ({"correction"}, kind(3, "correction")),
    "actor missed": ({"actors"}, lambda o: o["actors"].pop(2)),
    "actor too many": (
        {"actors"},
        extra("actors", id="x", name="X", type="person", role=None, salient=False, mentions=[{"text": "Ukjent"}]),
    ),
    "actor split in two": ({"actors", "surfaces"}, split_an_actor),
    "two actors merged": ({"actors", "surfaces", "attributions"}, merge_two_actors),
    "spelling missed": ({"surfaces"}, lambda o: o["actors"][1]["mentions"].pop()),
    "spelling of somebody else": ({"surfaces"}, lambda o: o["actors"][2]["mentions"].append({"text": "Storby"})),
    "wrong type": ({"types"}, actor(2, type="organisation")),
    "salient actor not marked": ({"salient"}, actor(0, salient=False)),
    "marginal actor marked": ({"salient"}, actor(3, salient=True)),
    "role missed": ({"roles"}, actor(0, role=None)),
    "wrong role": ({"roles"}, actor(0, role="rektor")),
    "role of nobody": ({"roles"}, actor(1, role="rektor")),
    "description unresolved": ({"resolved"}, lambda o: o["actors"][0]["mentions"].pop()),
    "description of somebody else": ({"resolved"}, lambda o: o["actors"][1]["mentions"].append({"text": "ordføreren"})),
    "place missed": ({"places"}, lambda o: o["places"].clear()),
    "place too many": ({"places"}, lambda o: o["places"].append("Havna")),
    "event with a wrong date": ({"events"}, lambda o: o["events"][0].update(date="2024-05-07")),
    "event in a wrong paragraph": ({"events"}, lambda o: o["events"][0].update(at=6, said="onsdag")),
    "event too many": ({"events"}, extra("events", date="2023", said="i fjor", text="…", at=6)),
    "quote missed": ({"quotes"}, drop(0)),
    "quote begins too late": ({"quotes"}, statement(0, text="klare for alt")),
    "wrong speaker of a quote": ({"quote speakers"}, statement(0, speaker="ola-dahl")),
    "speaker of a quote missed": ({"quote speakers"}, statement(0, speaker=None)),
    "fragment missed": ({"fragments"}, drop(1)),
    "fragment too many": (
        {"fragments"},
        extra("statements", kind="fragment", speaker=None, via=[], text="klare for", at=5),
    ),
    "wrong speaker of a fragment": ({"fragment speakers"}, statement(1, speaker="kari-dahl")),
    "source missed": ({"attributions"}, drop(3)),
    "wrong source": ({"attributions"}, statement(3, speaker="norge")),
    "source of the wrong sentence": ({"attributions"}, statement(3, text="Dahl venter i havna.")),
    "link missed": ({"links"}, lambda o: o["related"].clear()),
    "link for a wrong reason": ({"links"}, lambda o: o["related"][0].update(why="background")),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_lowers_its_own_field_and_no_other(mistake: str) -> None:
    fields, make = MISTAKES[mistake]
    offer = copy.deepcopy(tiny())
    make(offer)
    assert {name for name, f1 in score(offer).items() if f1 not in {None, 1.0}} == fields


def test_two_people_of_one_surname_are_told_apart_by_all_their_spellings() -> None:
    pairs = best_pairs([[2.0, 1.0], [2.0, 0.0]])
    assert pairs == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ([], []),
        ([[0.0]], []),
        ([[1.0, 3.0, 2.0]], [(0, 1)]),
        ([[1.0], [3.0], [2.0]], [(1, 0)]),
        ([[3.0, 2.0], [2.0, 0.0]], [(0, 1), (1, 0)]),
    ],
)
def test_pairs_have_the_highest_sum(weights: list[list[float]], pairs: list[tuple[int, int]]) -> None:
    assert best_pairs(weights) == pairs


def test_what_a_heading_says_ahead_of_the_text_counts_neither_way() -> None:
    offer = tiny()
    offer["statements"].append({"kind": "quote", "speaker": "kari-dahl", "via": [], "text": "På kaia", "at": 4})
    assert score(offer)["quotes"] == 1.0


@pytest.mark.parametrize("said", [True, False])
def test_an_attribution_on_the_edge_counts_neither_way(*, said: bool) -> None:
    gold = yaml.safe_load(ANNOTATION)
    gold["attributions"].append({"source": "Ola Dahl", "sentence": "Dahl venter", "edge": True})
    offer = tiny()
    if said:
        offer["statements"].append(
            {"kind": "reported", "speaker": "ola-dahl", "via": [], "text": "Dahl venter", "at": 7}
        )
    assert score_case(Case("tiny", "invented", TEXT, gold, offer))["attributions"].f1 == 1.0


def test_a_reported_claim_of_the_speaker_of_its_own_quoted_words_counts_neither_way() -> None:
    offer = tiny()
    sentence = "Ifølge Radioen kalte Ola Dahl planen «en stor bommert»."
    offer["statements"].append({"kind": "reported", "speaker": "ola-dahl", "via": [], "text": sentence, "at": 6})
    assert score(offer)["attributions"] == 1.0


@pytest.mark.parametrize(
    ("text", "beginning", "claim"),
    [
        ("En ting. To ting. Det melder X.", "Det melder", "En ting. To ting. Det melder X."),
        ("Nei.\n\nEn ting.\n\nDet siger X. Så.", "Det siger", "En ting.\n\nDet siger X"),
        ("En ting. Det lille huset brann.", "Det lille", "Det lille huset brann."),
        ("Ja. X sier dette:\n\n– Nei.\n\nJo.", "X sier", "X sier dette:\n\n– Nei."),
        ("Ja. X sier det. Nei.", "X sier", "X sier det"),
    ],
)
def test_a_source_is_given_for_the_words_before_det_melder_and_after_a_colon(
    text: str, beginning: str, claim: str
) -> None:
    start, end = claim_span(text, beginning)
    assert text[start:end] == claim


def test_an_event_told_twice_is_right_twice() -> None:
    offer = tiny()
    offer["events"] *= 2
    assert score(offer)["events"] == 1.0


@pytest.mark.parametrize(
    ("gold", "offer", "same"),
    [
        ("Russlands forsvarsminister", "forsvarsminister", True),
        ("ordfører", "ordfører i Kvitsøy", True),
        ("russiske forsvarsministeren", "den russiske forsvarsministeren", True),
        ("tidligere leder i partiet", "leder", False),
        ("forsvarsminister", "utenriksminister", False),
        ("statsminister", "tidligere statsminister", False),
        ("statsminister", "visestatsminister", False),
    ],
)
def test_a_role_may_be_worded_longer_or_a_little_shorter(gold: str, offer: str, *, same: bool) -> None:
    assert same_role(gold, offer) is same


def test_a_name_inside_a_compound_is_that_name() -> None:
    assert meets("Nato-lande", "Nato", "Nato")
    assert not meets("Natolande", "Nato", "Nato")
    assert not meets("Kim Jong-un", "Kim Jong", "Kim Jong-un")
    assert not meets("Nord-Korea", "Nord", "Nord-Korea")


def test_one_sentence_is_not_found_twice_where_it_answers_two_events() -> None:
    gold = yaml.safe_load(ANNOTATION)
    gold["events"].append({"when": "2024-05", "said": "tok imot", "what": "he came"})
    figures = score_case(Case("tiny", "invented", TEXT, gold, tiny()))["events"]
    assert (figures.found, figures.gold, figures.right, figures.offered) == (1, 2, 1, 1)


@pytest.mark.parametrize(
    ("words", "right"),
    [("Dahl", True), ("ordfører", True), ("ordfører Kari Dahl", True), ("ordfører i nabobyen", False)],
)
def test_a_speaker_given_in_words_is_whoever_these_name(words: str, *, right: bool) -> None:
    offer = tiny()
    offer["statements"][0]["speaker"] = words
    assert score(offer)["quote speakers"] == float(right)


# --- the command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of annotations with two invented articles, `a` and `b`."""
    (tmp_path / "articles").mkdir()
    for stem in "ab":
        (tmp_path / f"{stem}.yml").write_text(ANNOTATION, encoding="utf-8")
        (tmp_path / f"articles/{stem}.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    return tmp_path


def run(folder: Path, offers: list[Offer], *options: str) -> int:
    lines = folder / "explained.jsonl"
    lines.write_text("".join(json.dumps(offer) + "\n" for offer in offers), encoding="utf-8")
    return int(main(["--gold", str(folder), "--seeds", str(folder), *options, str(lines)]))


def both(folder: Path) -> list[Offer]:
    return [tiny() | {"seed": f"{stem}.txt"} for stem in ("a", "b") if folder]


def test_byte_order_mark_and_line_ends_do_not_shift_the_offsets(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, both(folder), "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert {name: f["f1"] for name, f in figures["invented"].items()} == dict.fromkeys(FIELDS, 1.0)


def test_an_article_left_out_counts_as_nothing_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, both(folder)[:1], "--json")
    figures = json.loads(capsys.readouterr().out)["invented"]["actors"]
    assert figures == {"precision": 1.0, "recall": 0.5, "f1": pytest.approx(2 / 3), "n": 10}


def test_the_table_has_a_row_a_field_and_a_column_a_group(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, both(folder))
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["invented", "all"]
    assert [row[:18].strip() for row in rows] == list(FIELDS)
    assert rows[0].split() == ["language", *["100.0"] * 3, "2", *["100.0"] * 3, "2"]


def test_misses_are_listed_under_their_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    offers = both(folder)
    offers[1]["places"] = ["Havna"]
    run(folder, offers, "--misses")
    assert capsys.readouterr().out.split("\n\n")[2] == "b\n  places            - Storby\n  places            + Havna\n"


def test_lines_come_from_standard_input_where_no_file_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, both(folder)))))
    assert main(["--gold", str(folder), "--seeds", str(folder)]) == 0


def test_floors_are_raised_to_the_scores_then_hold_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = folder / "floors.yaml"
    assert run(folder, both(folder), "--floors", str(floors), "--raise") == 0
    assert read_floors(floors.read_text(encoding="utf-8"))["invented"]["places"] == 100
    worse = both(folder)
    worse[1]["places"] = ["Havna"]
    assert run(folder, worse, "--floors", str(floors), "--raise") == 1
    assert "below its floor: invented, places: 50 < 100" in capsys.readouterr().err
    assert read_floors(floors.read_text(encoding="utf-8"))["invented"]["places"] == 100


def test_a_bottom_line_is_measured_beside_as_many_words_of_the_articles_beginning(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = "Kommunen bygger ny skole i Lillevik. Skolen skal stå ferdig neste år, opplyser ordføreren."
    people = {"summaries_nb": [{"summary1": "Kommunen bygger ny skole i Lillevik"}], "summaries_nn": []}
    (folder / "norsumm.json").write_text(json.dumps([people | {"article": article}]), encoding="utf-8")
    run(folder, both(folder), "--summaries", str(folder / "norsumm.json"))
    assert "(1 articles, " in capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize(
    ("ours", "reference", "f1"),
    [
        ("a b c", "a b c", 1.0),
        ("a x c", "a b c", 2 / 3),
        ("c b a", "a b c", 1 / 3),
        ("a", "a b c", 1 / 2),
        ("", "a", 0),
    ],
)
def test_rouge_l_is_the_f1_of_the_longest_common_subsequence(ours: str, reference: str, f1: float) -> None:
    assert rouge_l(ours.split(), reference.split()) == pytest.approx(f1)


def test_seeds_that_nobody_annotated_cannot_be_scored(folder: Path) -> None:
    assert run(folder, [tiny() | {"seed": "unknown.txt"}]) == 2


# --- the annotations ------------------------------------------------------------------------------------------------

LISTS = ("noise", "actors", "places", "events", "quotes", "fragments", "attributions", "links")
ANNOTATED = {
    stem: (group, text, {**{key: [] for key in LISTS if "only" in gold}, **gold})
    for stem, (group, text, gold) in read_gold(GOLD, ROOT / "seeds").items()
}
KEYS = {
    *(
        "lang",
        "only",
        "published",
        "headline",
        "noise",
        "captions",
        "subheadings",
        "correction",
        "actors",
        "not_actors",
    ),
    *(
        "unnamed",
        "metonyms",
        "traps",
        "places",
        "events",
        "quotes",
        "fragments",
        "attributions",
        "links",
        "linked_from",
    ),
}


def holds(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def unfounded(text: str, gold: Offer) -> list[str]:
    """Everything an annotation says of the text that the text does not hold to the letter."""
    named = {actor["name"] for actor in gold["actors"]}
    words = [w for a in gold["actors"] for key in ("surfaces", "roles", "descriptions") for w in a.get(key) or ()]
    words += [w for key in ("places", "not_actors", "unnamed", "metonyms") for w in gold.get(key) or ()]
    words += [event["said"] for event in gold["events"] if event["said"]]
    words += [q["speaker"] for q in gold["quotes"] + gold["fragments"] if q["speaker"] and q["speaker"] not in named]
    words += [a["source"] for a in gold["attributions"] if a["source"] not in named]
    missing = [w for w in words if not holds(text, w)]
    missing += [w for w in (gold.get("metonyms") or {}).values() if w not in named]
    for quote in gold["quotes"]:
        if not re.search(rf"(?:^|[\n ])(?:[–-] |[«»“”\"]){re.escape(quote['text'])}", text):
            missing.append(quote["text"])
    for quote in gold["fragments"]:
        if not re.search(rf"[«»“”\"']{re.escape(quote['text'])}[«»”\"']", text):
            missing.append(quote["text"])
    for source in gold["attributions"]:
        before = rf"(?:^|\n|[.!?:][”\"]? |[–*-] |[«»“”\"]|date [\d-]+ ){re.escape(source['sentence'])}"
        if len(re.findall(before, text)) != 1:
            missing.append(source["sentence"])
    used: set[int] = set()
    for key in KINDS:
        value = gold.get(key) or []
        missing += [b for b in ([value] if isinstance(value, str) else value) if locate(text, b, used) is None]
    return missing


@pytest.mark.parametrize("stem", ANNOTATED)
def test_an_annotation_says_nothing_that_its_article_does_not_hold_to_the_letter(stem: str) -> None:
    _, text, gold = ANNOTATED[stem]
    assert unfounded(text, gold) == []


@pytest.mark.parametrize("stem", ANNOTATED)
def test_an_annotation_has_known_keys_and_values(stem: str) -> None:
    gold = ANNOTATED[stem][2]
    assert set(gold) <= KEYS
    assert set(gold.get("only", ())) <= set(FIELDS)
    assert gold["lang"] in {"nn", "nb", "da"}
    assert gold["published"]["basis"] in {"header", "text", "corpus", "none"}
    dates = [event["when"] for event in gold["events"]] + [gold["published"]["value"]]
    assert all(parse_edtf(date) for date in dates if date)
    names = [actor["name"] for actor in gold["actors"]]
    assert len(set(names)) == len(names)
    assert {actor["type"] for actor in gold["actors"]} <= {"person", "organisation", "state"}
    assert all(actor["surfaces"] and isinstance(actor["salient"], bool) for actor in gold["actors"])


@pytest.mark.parametrize("stem", ANNOTATED)
def test_links_between_annotations_stand_on_both_sides(stem: str) -> None:
    for link in ANNOTATED[stem][2]["links"]:
        other = ANNOTATED[link["to"]][2]
        if link["why"] == "same event":
            assert {"to": stem, "why": "same event"} in other["links"]
        else:
            assert stem in other["linked_from"]


@pytest.mark.parametrize("stem", [stem for stem, case in ANNOTATED.items() if case[0] in {"invented", "later"}])
def test_no_name_of_an_invented_article_is_left_unannotated(stem: str) -> None:
    """Every word with a capital within a sentence is an actor's, a place's, or listed as nobody's."""
    _, text, gold = ANNOTATED[stem]
    used: set[int] = set()
    for beginning in gold["noise"]:
        start = locate(text, beginning, used)
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:].split("\n")[0]) + text[text.find("\n", start) :]
    text = re.sub(r"Foto: .*", "", text)
    words = [w for a in gold["actors"] for key in ("surfaces", "roles", "descriptions") for w in a.get(key) or ()]
    words += [w for key in ("places", "not_actors", "unnamed", "metonyms") for w in gold.get(key) or ()]
    for name in sorted(words, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    assert re.findall(r"(?<=[a-zæøå,] )[A-ZÆØÅÁÉÍÓÚÐÞ]\w+", text) == []


@pytest.mark.parametrize("stem", ANNOTATED)
def test_the_scorer_gives_full_marks_to_the_annotation_itself(stem: str) -> None:
    group, text, gold = ANNOTATED[stem]
    case = Case(stem, group, text, gold, perfect(stem, text, copy.deepcopy(gold)))
    wrong = {name: tally.misses for name, tally in score_case(case).items() if tally.f1 not in {None, 1.0}}
    assert wrong == {}
