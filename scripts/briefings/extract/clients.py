"""`Min klient`, `klienten`: the one whose lawyer speaks, where a role says whose lawyer that is.

`Skjereggs forsvarer, advokat Bernt Aasgaard`, `Siri Vik, forsvareren til Per Lund` and `Siri Vik, som forsvarer Lund`
do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefings.extract.drafts import Draft
from briefings.extract.tokens import Token
from briefings.findings import Mention, MentionType, Role, Sentence
from briefings.model import ActorType, Article

_PERSON, _STATE, _ORGANISATION = ActorType.PERSON, ActorType.STATE, ActorType.ORGANISATION

RULE = "client of the lawyer told of"
SCORE = 0.7
"""As of other definite phrases: not measured."""
_CLIENTS = frozenset({"klient", "klienten", "klientens"})
_WHOSE = frozenset({"min", "hans", "hennes", "hennar", "hendes"})
_DEFENDERS = ("advokat", "advokaten", "forsvarer", "forsvareren", "forsvarar", "forsvararen")
_FOR = frozenset({"for", "til"})
_DEFENDS = frozenset({"forsvarer", "forsvarar", "representerer", "representerar", "repræsenterer", "bistår"})
MOST_ROLES = 20


def add_clients(
    article: Article, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], drafts: Sequence[Draft]
) -> None:
    """Give phrases for a client to the only client of the lawyers named in the paragraph, else in the one before."""
    if "klient" not in article.text.lower():
        return
    phrases = [(row, *found) for row, tokens in enumerate(rows) for found in _phrases(tokens)]
    if not phrases:
        return
    clients = _clients(drafts, rows)
    for row, first, end in phrases:
        at = sentences[row].at
        for paragraph in (at, at - 1):
            named = [client for lawyer, client in clients if any(m.at == paragraph for m in lawyer.mentions)]
            if named:
                _describe(named, rows[row][first:end], at)
                break


def _describe(clients: Sequence[Draft], words: Sequence[Token], at: int) -> None:
    client = clients[0]
    if any(other is not client for other in clients):
        return
    kind = MentionType.PERSON if client.type is _PERSON else MentionType.ORGANISATION
    text = " ".join(word.text for word in words)
    client.descriptions.append(Mention(text, words[0].start, words[-1].end, at, kind, RULE, SCORE))


def _phrases(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield first token and end of `min klient`, `klienten min`, `klienten`."""
    for index, token in enumerate(tokens):
        if token.lower not in _CLIENTS:
            continue
        before = tokens[index - 1].lower if index and token.follows else ""
        after = tokens[index + 1].lower if index + 1 < len(tokens) and tokens[index + 1].follows else ""
        if token.lower == "klient":
            if before in _WHOSE:
                yield index - 1, index + 1
        else:
            yield index, index + 1 + (after in _WHOSE)


def _clients(drafts: Sequence[Draft], rows: Sequence[Sequence[Token]]) -> list[tuple[Draft, Draft]]:
    """Return (lawyer, client) of all lawyers of whom a role, or a clause behind the name, names one client."""
    names: dict[str, Draft] = {}
    for draft in drafts:
        if draft.type is not _STATE:
            short = 0 if draft.type is _ORGANISATION else -1
            for name in sorted({one.name for one in draft.located}):
                names[name] = draft
                names.setdefault(name.split()[short], draft)
    found = []
    for draft in drafts:
        if draft.type is _PERSON:
            client = next((one for role in draft.roles[:MOST_ROLES] if (one := _client_in(role, names))), None)
            behind = (_defended_by(rows[one.row], one.end) for one in draft.located[:MOST_ROLES])
            client = client or next((names[name] for name in behind if name in names), None)
            if client is not None and client is not draft:
                found.append((draft, client))
    return found


def _defended_by(tokens: Sequence[Token], end: int) -> str | None:
    """Return the last word of whom a clause behind a lawyer's name is about: `X, som forsvarer | Per Lund`."""
    if end + 2 >= len(tokens) or tokens[end].lower not in {"som", "der"} or tokens[end + 1].lower not in _DEFENDS:
        return None
    last = end + 2
    while last + 1 < len(tokens) and tokens[last + 1].follows and tokens[last + 1].capital:
        last += 1
    return tokens[last].text


def _client_in(role: Role, names: Mapping[str, Draft]) -> Draft | None:
    words = role.text.split()
    titles = [index for index, word in enumerate(words) if word.lower().endswith(_DEFENDERS)]
    if not titles:
        return None
    owner = " ".join(words[: titles[0]])
    if owner.endswith("s") and owner[:-1] in names:
        return names[owner[:-1]]
    behind = words[titles[-1] + 1 :]
    return names.get(" ".join(behind[1:])) if behind and behind[0] in _FOR else None
