"""Whom a definite noun means that nothing ties to anybody: `seier arkivleiaren`, `Milliardæren ønsker ikke …`.

A reader takes it for the person in focus: the only one whom the nearest sentence names outside quotations, if that
stands close, nobody without a name was brought in since, and what the person is does not speak against the noun. The
noun must stand behind speech, where it is another word for who spoke; of others only words for what somebody is besides
a post (`milliardæren`) open sentences so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from briefings.extract import titles, topics
from briefings.extract.descriptions import EXPERTS, Phrase, is_of
from briefings.extract.drafts import Draft
from briefings.extract.genders import Gender, gender_of_name, gender_of_noun
from briefings.extract.holders import LEADERS
from briefings.extract.parties import PARTY_BEHIND, forms_of
from briefings.extract.quotations import Quotation, find_quotations
from briefings.extract.speech import speech
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words
from briefings.findings import Sentence
from briefings.model import ActorType, Article

_PERSON = ActorType.PERSON
_START, _END = attrgetter("start"), attrgetter("end")

MOST_BACK = 6
"""Sentences that are looked at before the phrase's own."""
MOST_PARAGRAPHS = 2
"""Paragraphs back."""
MOST_ADJECTIVES = 4
SHORTEST = 4
"""Letters of a title, or of the part before it, that another may repeat."""
MOST_TO_TAG = 3
"""Characters from the end of speech to its verb: `»`, a comma and a space."""
_A = frozenset({"en", "ein", "ei", "et", "eit", "én", "éin"})
_OF = frozenset({"av", "af"})
_WHOSE = frozenset({"hans", "hennes", "hennar", "hendes", "deres", "deira", "sin", "si", "sitt", "min", "mi"})
_DEFINING = frozenset({"for", "i", "på", "ved", "bak", "bag", "hos", "som", "der"})
"""Words behind a noun that tell who is meant by it."""
_FROM = frozenset({"fra", "frå"})
"""Behind a noun that opens a sentence, these tell more of somebody known: `Fiskaren frå Værøy`."""
_POLITICIANS = frozenset(
    {"politiker", "representant", "medlem", "ordfører", "borgmester", "minister", "statsråd", "leder", "formann"}
)
"""Ends of titles of those who may be called `politikeren` or `stortingsrepresentanten`."""
_ANY_POLITICIAN = frozenset({"politiker", "stortingsrepresentant", "folketingsmedlem"})
_OFFICERS = frozenset(
    {"general", "oberst", "major", "løytnant", "løjtnant", "admiral", "kommandør", "offiser", "officer"}
)
_PLAYERS = frozenset(
    {"kaptein", "kaptajn", "anfører", "spiller", "stopper", "back", "spiss", "keeper", "målvakt", "målmand", "angriper"}
    | {"angriber", "playmaker", "matchvinner", "matchvinder", "målscorer"}
)
_SCHOLARS = EXPERTS | {"lektor", "amanuensis", "olog", "historiker", "økonom", "postdoktor", "konservator"}
_JURISTS = frozenset({"jurist", "advokat", "dommer", "statsadvokat"})
_FAMILIES = (
    (frozenset({"jurist"}), _JURISTS),
    (_SCHOLARS, _SCHOLARS),
    (_ANY_POLITICIAN, _POLITICIANS),
    (_OFFICERS, LEADERS | _OFFICERS),
    (_PLAYERS, _PLAYERS),
)
"""Ends of titles in a phrase, and of those of whom it may mean."""


class _Named(Struct, frozen=True):
    """A person where the text names it."""

    start: int
    end: int
    person: int
    """Index of its draft."""
    row: int
    """Of its sentence."""
    described: bool = False
    """By a definite phrase."""
    owns: bool = False
    """In the genitive."""


class Focus:
    """Tells who is in focus at a place of an article."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], drafts: Sequence[Draft]
    ) -> None:
        """Take an article's words and actors, with the definite phrases resolved so far."""
        self._text, self.sentences, self.rows, self._drafts = article.text, sentences, rows, drafts
        self._quoted: dict[int, tuple[Quotation, ...]] = {}
        self._named: dict[int, list[_Named]] = {}
        self._held: dict[int, tuple[int, set[str]]] = {}
        """Person → number of its roles, and the titles in them."""
        self._spans: dict[int, tuple[int, int]] = {}
        """Paragraph → where its first sentence begins and its last one ends."""
        for sentence in sentences:
            first, _ = self._spans.get(sentence.at, (sentence.start, 0))
            self._spans[sentence.at] = first, sentence.end
        for index, draft in enumerate(drafts):
            if draft.type is _PERSON:
                for described, mentions in ((False, draft.mentions), (True, draft.descriptions)):
                    for mention in mentions:
                        row = bisect_right(sentences, mention.start, key=_START) - 1
                        owns = mention.text.endswith("s") and not draft.name.endswith("s")
                        named = _Named(mention.start, mention.end, index, row, described, owns)
                        self._named.setdefault(row, []).append(named)

    def meant(self, row: int, phrase: Phrase) -> int | None:
        """Return the draft of the person that a phrase of a sentence means; None where nobody is, or may not be."""
        if phrase.title is None or phrase.age is not None or phrase.former or phrase.changing:
            return None
        tokens = self.rows[row]
        after = tokens[phrase.end].lower if phrase.end < len(tokens) and tokens[phrase.end].follows else ""
        if after in _WHOSE or tokens[phrase.end - 1].lower.endswith("s"):
            return None
        tag = self._is_tag(row, phrase)
        another = (_is_epithet(phrase) and after not in _DEFINING) or after in _FROM
        opens = tokens[phrase.first].opens
        says = opens and phrase.end - phrase.first == 1 and after in speech().finite
        if not tag and not says and not (opens and another):
            return None
        near = list(self._near(row, phrase))
        if says and not (tag or another):
            # `Professor Vik kaller det dyrt. Økonomen mener …`: only who is told to be of the trade.
            told = near[0] if near else None
            return told.person if told and self._is_tied(told, phrase) and not self._is_shared(told) else None
        fitting = [one for one in near if self._fits(one, phrase, row, tag=tag)]
        if not fitting:
            return None
        found = fitting[0].person
        first = near[0].person == found and not self._is_shared(near[0])
        only = {one.person for one in fitting if self._is_tied(one, phrase)} == {found}
        return found if first or (tag and only) else None

    def told(self, rows: Collection[int]) -> list[topics.Row]:
        """Return the sentences for the phrases that stand in some of them, with people only where those look."""
        near = {at for row in rows for at in topics.looked_at(row)}
        return [
            topics.Row(
                tokens,
                self.sentences[row].at,
                frozenset(one.person for one in self._outside(row) if not one.described)
                if row in near
                else frozenset(),
                frozenset(one.person for one in self._named.get(row, ()) if not one.described),
            )
            for row, tokens in enumerate(self.rows)
        ]

    def _outside(self, row: int) -> list[_Named]:
        """Return who is named in a sentence outside quotations, and not in the genitive."""
        named = self._named.get(row, ())
        return [one for one in named if not one.owns and not self._is_quoted(row, one.start)]

    def may_mean(self, row: int, phrase: Phrase, person: int) -> bool:
        """Say whether nobody without a name was brought in since somebody was named, who may be what a phrase tells."""
        named = next((one for one in self._near(row, phrase) if one.person == person), None)
        if named is None:
            return False
        told = phrase.title is None or phrase.end - phrase.first > 1 or not self._is_tag(row, phrase)
        return told or not self._drafts[person].roles or self._is_tied(named, phrase)

    def _is_tag(self, row: int, phrase: Phrase) -> bool:
        """Tell `…», ler midtstopperen`: a verb behind speech, and the phrase."""
        tokens = self.rows[row]
        if not phrase.first or not tokens[phrase.first].follows:
            return False
        verb = tokens[phrase.first - 1]
        if verb.capital or verb.follows:
            return False
        said = self._quotations(self.sentences[row].at)
        last = bisect_right(said, verb.start, key=_END) - 1
        return last >= 0 and verb.start - said[last].end <= MOST_TO_TAG

    def _near(self, row: int, phrase: Phrase) -> Iterator[_Named]:
        """Yield who is named outside quotations in the sentences before, the nearest first.

        None who is named in the phrase's own sentence or in the speech before it, and none before somebody without a
        name was brought in.
        """
        here, start = self.sentences[row].at, self.rows[row][phrase.first].start
        beside = {one.person for one in self._named.get(row, ()) if not one.described} | self._told_inside(row, start)
        if self._brings_in(row, 0, start):
            return
        for index in range(row - 1, max(-1, row - 1 - MOST_BACK), -1):
            if here - self.sentences[index].at > MOST_PARAGRAPHS:
                return
            outside = self._outside(index)
            behind = max((one.end for one in outside), default=0)
            yield from (one for one in outside if one.person not in beside)
            if self._brings_in(index, behind, start):
                return

    def _is_shared(self, named: _Named) -> bool:
        """Say whether the sentence that names somebody names others, too, and does not begin with him."""
        return (
            len({one.person for one in self._outside(named.row)}) > 1 and self.rows[named.row][0].start != named.start
        )

    def _told_inside(self, row: int, start: int) -> set[int]:
        """Return whom the speech before an offset names: somebody else says it."""
        at = self.sentences[row].at
        rows = range(max(0, row - MOST_BACK), row + 1)
        named = [one for near in rows if self.sentences[near].at == at for one in self._named.get(near, ())]
        return {one.person for one in named if (said := self._said_at(row, one.start)) and said.end <= start}

    def _is_quoted(self, row: int, offset: int) -> bool:
        return self._said_at(row, offset) is not None

    def _said_at(self, row: int, offset: int) -> Quotation | None:
        """Return the quotation of a sentence's paragraph in which an offset lies."""
        said = self._quotations(self.sentences[row].at)
        last = bisect_right(said, offset, key=_START) - 1
        return said[last] if last >= 0 and offset < said[last].end else None

    def _quotations(self, at: int) -> tuple[Quotation, ...]:
        if at not in self._quoted:
            self._quoted[at] = find_quotations(self._text, *self._spans[at])
        return self._quoted[at]

    def _brings_in(self, row: int, behind: int, start: int) -> bool:
        """Say whether a sentence tells of somebody without a name between two offsets: `en nabo`, `ein av dei`."""
        tokens = self.rows[row]
        return any(
            behind <= token.start < start and token.lower in _A and not self._is_quoted(row, token.start)
            for index, token in enumerate(tokens)
            if _is_somebody(tokens, index)
        )

    def _fits(self, named: _Named, phrase: Phrase, row: int, *, tag: bool) -> bool:
        """Say whether nothing that a person is told to be speaks against a phrase."""
        draft = self._drafts[named.person]
        noun = self.rows[row][phrase.end - 1].lower
        if gender_of_noun(noun) is Gender.FEMALE and gender_of_name(draft.name) is Gender.MALE:
            # `spelemannen` may be a woman.
            return False
        if phrase.state is not None and draft.country not in {None, phrase.state}:
            return False
        if phrase.member_of is not None and self._is_of_another_party(draft, phrase.member_of):
            return False
        if self._is_tied(named, phrase):
            return True
        if _is_epithet(phrase):
            return not is_of(self._held_by(named.person), _POLITICIANS)
        # Behind speech a noun tells what the speaker does, but not an office that others may hold.
        if not tag or draft.roles:
            return False
        title = phrase.title or ""
        if PARTY_BEHIND.match(self._text, named.end) and is_of({title}, _POLITICIANS):
            return True
        return not ends_with(title, read_words("titles", "attendants"), 0)

    def _is_of_another_party(self, draft: Draft, party: str) -> bool:
        told = {found[1] for one in draft.mentions if (found := PARTY_BEHIND.match(self._text, one.end))}
        return bool(told) and told.isdisjoint(forms_of(party))

    def _held_by(self, person: int) -> set[str]:
        """Return the titles a person is not told to have held once; they are read again as roles are added."""
        draft = self._drafts[person]
        told = len(draft.roles)
        if person not in self._held or self._held[person][0] != told:
            self._held[person] = told, _held_now(draft)
        return self._held[person][1]

    def _is_tied(self, named: _Named, phrase: Phrase) -> bool:
        """Say whether what is told of a person beside its name goes with a phrase."""
        title, held = phrase.title or "", self._held_by(named.person)
        if any(one.endswith(title) for one in held) and len(title) >= SHORTEST:
            return True
        if any(is_of({title}, mine) and is_of(held, theirs) for mine, theirs in _FAMILIES):
            return True
        head = next((head for head in sorted(LEADERS, key=len, reverse=True) if title.endswith(head)), None)
        led = title.removesuffix(head).removesuffix("s") if head else ""
        if head is None or len(led) < SHORTEST or not is_of(held, LEADERS):
            return False
        beginning = led[: max(SHORTEST, len(led) - 2)]
        return any(beginning in token.lower for token in self.rows[named.row])


def _held_now(draft: Draft) -> set[str]:
    """Return the titles that somebody is not told to have held once."""
    former = read_words("titles", "former")
    roles = (words for role in draft.roles if former.isdisjoint(words := role.text.lower().split()))
    return {titles.title_key(word) for words in roles for word in words if titles.is_person_title(word)}


def _is_epithet(phrase: Phrase) -> bool:
    """Say whether a phrase tells what somebody is besides a post: `milliardæren`, `pensionisten`, a party's member."""
    return phrase.title is not None and ends_with(phrase.title, read_words("titles", "epithets"), 0)


def _is_somebody(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an article begins the words for somebody whom no name follows."""
    if tokens[index].lower not in _A:
        return False
    for at in range(index + 1, min(index + 1 + MOST_ADJECTIVES, len(tokens))):
        word = tokens[at]
        if word.capital or not word.follows:
            return False
        if word.lower in _OF and at == index + 1:
            return not any(one.capital and one.gap == ", " for one in tokens[at : at + MOST_ADJECTIVES + 1])
        if word.lower in speech().men | speech().women or titles.is_person_title(word.lower) or _is_source(word.lower):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            return after is None or not (after.capital and after.gap in {" ", ", "})
    return False


def _is_source(low: str) -> bool:
    return low.endswith(("kilde", "kjelde", "passasjer", "passager", "person", "beboer", "bebuar"))
