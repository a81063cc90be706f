"""Words of an article → what the name model looks at: attributes of each word, its neighbours and its other places.

Training and tagging share this module, so that the model meets the attributes it was trained on. Attributes are short
texts (`w=oslo`, `-1s=Xx`); what they weigh is the model's business. What a word tells by itself stands in
`name_words`; here is what depends on where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from briefings.extract import cues, organisations
from briefings.extract.name_words import Attributes, Form, encoded, form_of
from briefings.model import Lang

LONGEST_KNOWN = 5
"""Words of the longest known name that is looked for."""
SHOUTED_SHARE = 0.6
"""Share of words in capitals from which on a sentence is a shout."""
LEAST_SHOUTED = 3
"""Words without which there is no telling."""
WINDOW = 2
"""Words on either side that are looked at; one without a capital among them is told by itself alone."""
TAIL = 4
"""Words behind a capital that may belong to the name: `Det internasjonale ski- og snowboardforbundet`."""
LONGEST_STRETCH = 300
"""Words read at once: a longer row of capitals is a table or noise, and memory grows with it."""

Cues = tuple[str, ...]
"""What the word lists say of a word."""
Words = Sequence[str]
"""The words and marks of one sentence."""

_OPENERS = frozenset(":.!?…–—•*«\"“”„‘'-")
_ARTICLES = frozenset({"Den", "Det", "De", "Dei"})
_NAMING = frozenset(
    {"first", "state", "known", "place", "adjective", "begins", "orgend", "nameend", "isbody", "compound", "party"}
)
"""What word lists say of words that are names or begin some."""
_KNOWN = frozenset({"state", "known"})
"""What they say of words that are a state's or a known body's whole name."""


class Stretch(Struct, frozen=True):
    """Words around capitals, which the model reads by themselves: in news, four of five words stand far from any."""

    first: int
    """Index in the sentence of its first word."""
    capitals: Sequence[int]
    """Indices in the sentence of its words with a capital, but of frequent ones that only open sentences."""
    attributes: Sequence[Sequence[bytes]]
    """For each of its words."""


def document_attributes(sentences: Sequence[Words], lang: Lang, *, known: bool = True) -> Iterator[list[Stretch]]:
    """Yield, for each sentence of one article, the stretches that may hold names, in order, none overlapping.

    Without `known`, those are left out whose capitals are all of known states and bodies, which rules find for certain.
    """
    capitals = [[index for index, word in enumerate(words) if word[:1].isupper()] for words in sentences]
    named = frozenset(
        words[index]
        for words, row in zip(sentences, capitals, strict=True)
        for index in row
        if index and words[index - 1] not in _OPENERS
    )
    rows = [
        list(_windows(words, row, named, known=known)) if row else []
        for words, row in zip(sentences, capitals, strict=True)
    ]
    together: dict[str, list[Sequence[str]]] = {}
    for window in chain.from_iterable(rows):
        for index, signs in window.signs.items():
            together.setdefault(window.forms[index].key, []).append(signs)
    counted = {key: Counter(chain.from_iterable(places)) for key, places in together.items() if len(places) > 1}
    article = _Article(lang, counted, frozenset(filter(str.islower, chain.from_iterable(sentences))))
    for row in rows:
        yield [Stretch(window.first, window.capitals, list(_attributes(window, article))) for window in row]


class _Window(Struct, frozen=True):
    """A stretch and what lies around it."""

    first: int
    """Index in the sentence of the stretch's first word."""
    capitals: Sequence[int]
    """As in `Stretch`."""
    forms: Sequence[Form]
    """Of its words, with `WINDOW` before and behind: words of the sentence, or marks of its borders."""
    signs: Mapping[int, Sequence[str]]
    """By index in `forms`, what a capitalised word's place says about that word elsewhere in the article."""
    shouted: bool


def _windows(words: Words, capitals: Sequence[int], named: frozenset[str], *, known: bool) -> Iterator[_Window]:
    """Yield the stretches of a sentence; `capitals` are all its words with one, `named` those met where none is due."""
    capitals = [index for index in capitals if words[index] in named or not _only_opens(words, index)]
    if not capitals:
        return
    shouted = is_shouted(words)
    padded = ["<s>"] * WINDOW + [*words] + ["</s>"] * WINDOW
    for first, end in _stretches(capitals, len(words)):
        inside = [index for index in capitals if first <= index < end]
        if not known and not any(_KNOWN.isdisjoint(form_of(words[index]).cues) for index in inside):
            continue
        forms = [*map(form_of, padded[first : end + 2 * WINDOW])]
        signs = {(at := index - first + WINDOW): _signs(forms, at) for index in inside}
        yield _Window(first, inside, forms, signs, shouted)


def _only_opens(words: Words, index: int) -> bool:
    """Say whether a word is frequent in lower case, known as no name, and does not begin one with what follows."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else ""
    if after[:1].isupper() or (word in _ARTICLES and after.endswith("e")) or (len(word) > 1 and word.isupper()):
        return False
    own = form_of(word).cues
    return "common" in own and _NAMING.isdisjoint(own)


def _stretches(capitals: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of the words from `WINDOW` before a capital to `TAIL` behind; many in a row are cut."""
    first = end = 0
    for index in capitals:
        if index - WINDOW > end or index - first > LONGEST_STRETCH:
            if first < end:
                yield first, end
            first = max(index - WINDOW, end)
        end = min(index + TAIL + 1, length)
    if first < end:
        yield first, end


# --- signs ------------------------------------------------------------------------------------------------------------


def _signs(forms: Sequence[Form], index: int) -> list[str]:
    """Return what a capitalised word's place says about that word elsewhere in the article."""
    before, word, after, third = forms[index - 1 : index + 3]
    signs = ["met"]
    if before.text != "<s>" and before.text not in _OPENERS and not word.text.isupper():
        signs.append("mid")
    signs += before.signs_behind
    if after.capital:
        signs.append("beforecap")
        if "first" in word.cues:
            signs.append("firstofmore")
    signs += after.signs_ahead
    if after.text in {"(", ","} and third.text.isdigit() and len(third.text) == len("49"):
        signs.append("age")
    elif after.text == "(" and organisations.is_party_letter(third.text):
        signs.append("partied")
    return signs


# --- a word where it stands -------------------------------------------------------------------------------------------


def _known(forms: Sequence[Form]) -> dict[int, str]:
    """Return, by index, that a word is part of a known name of several words."""
    found: dict[int, str] = {}
    for index, form in enumerate(forms):
        if not form.begins or index in found:
            continue
        for end in range(min(index + LONGEST_KNOWN, len(forms) - WINDOW), index + 1, -1):
            if rule := cues.known_rule(" ".join(each.text for each in forms[index:end])):
                found[index] = f"K=B{rule[-5:]}"
                found.update((at, f"K=I{rule[-5:]}") for at in range(index + 1, end))
                break
    return found


def is_shouted(row: Words) -> bool:
    """Say whether most words of a sentence are in capitals."""
    if sum(map(str.isupper, row)) <= LEAST_SHOUTED * SHOUTED_SHARE:
        return False  # so it is with nearly every sentence
    telling = [word for word in row if len(word) > 1 and word[0].isalpha()]
    return len(telling) >= LEAST_SHOUTED and sum(map(str.isupper, telling)) > len(telling) * SHOUTED_SHARE


class _Article(Struct, frozen=True):
    """What the words of one article say about each other."""

    lang: Lang
    signs: Mapping[str, Mapping[str, int]]
    """For each capitalised word (`Form.key`) of several places what these say, with their number."""
    lower: frozenset[str]
    """Words met in lower case."""


def _attributes(window: _Window, article: _Article) -> Iterator[Sequence[bytes]]:
    forms = window.forms
    listed = _known(forms)
    near = {at for index in window.signs for at in range(index - WINDOW, index + WINDOW + 1)}
    for index in range(WINDOW, len(forms) - WINDOW):
        if index not in near:
            yield forms[index].own
            continue
        before_last, before, word, after, after_next = forms[index - WINDOW : index + WINDOW + 1]
        found = _with_neighbours(before_last, before, word, after, after_next)
        if index in listed:
            found.append(listed[index].encode())
        if window.shouted:
            found.append(b"shouted")
        if own := window.signs.get(index):
            if before.text == "<s>" or before.text in _OPENERS:
                found += encoded((f"o={word.shape}", f"ow={word.low}"))
            found += _joint_cues(
                before.cues, before.shape, word.cues, word.shape, after.cues, after.shape, article.lang
            )
            found += encoded(_elsewhere(word, own, article))
        yield found


def _with_neighbours(before_last: Form, before: Form, word: Form, after: Form, after_next: Form) -> list[bytes]:
    """Return what a word and those around it say, one by one and joined."""
    beside, beyond = _joint_shapes(before_last.shape, before.shape, word.shape, after.shape, after_next.shape)
    words = (
        f"ws={before.low}|{word.shape}\0sw={word.shape}|{after.low}"
        f"\0ww={before.low}|{word.low}\0wn={word.low}|{after.low}"
    )
    return [
        *word.own,
        *before_last.two_behind,
        *before.behind,
        *after.ahead,
        *after_next.two_ahead,
        *beside,
        *words.encode().split(b"\0"),
        *beyond,
    ]


@lru_cache(maxsize=8192)
def _joint_shapes(
    before_last: str, before: str, shape: str, after: str, after_next: str
) -> tuple[Attributes, Attributes]:
    """Return what a word's shape says with those of the words beside it, and with those beyond."""
    beside = f"ss={before}|{shape}", f"sn={shape}|{after}", f"sss={before}|{shape}|{after}"
    beyond = f"2ss={before_last}|{before}|{shape}", f"sn2={shape}|{after}|{after_next}"
    return encoded(beside), encoded(beyond)


@lru_cache(maxsize=8192)
def _joint_cues(  # noqa: PLR0913, PLR0917  (of each of three words its cues and its shape)
    before: Cues, before_shape: str, cues_of_word: Cues, shape: str, after: Cues, after_shape: str, lang: Lang
) -> Attributes:
    """Return what the lists say about a capitalised word together with what they say about its neighbours."""
    found = [f"l={lang}|{shape}"]
    for own in cues_of_word or ("none",):
        found += [f"cb={cue}|{own}" for cue in before]
        found += [f"ca={own}|{cue}" for cue in after]
        found += [f"cs={own}|{before_shape}|{after_shape}", f"lc={lang}|{own}"]
    return encoded(found)


def _elsewhere(word: Form, own: Sequence[str], article: _Article) -> Iterator[str]:
    """Yield what the word's other places in the article say; `own` is what this one does."""
    counted = article.signs.get(word.key)
    signs = [sign for sign, times in counted.items() if times > (sign in own)] if counted else []
    for sign in signs:
        yield f"D={sign}"
    if "met" not in signs:
        yield "D=once"
    if "aftercap" not in own and "beforecap" not in own:
        for sign in signs:
            yield f"Da={sign}"
    if word.low in article.lower:
        yield "D=lower"
