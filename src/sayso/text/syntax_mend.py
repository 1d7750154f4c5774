"""Small mends of a tree that its scores leave half done: passives told by their auxiliary, open clauses, "as long as", names in pieces."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.text.parse import Name, Token

PASSIVE = {"aux": "aux:pass", "nsubj": "nsubj:pass", "csubj": "csubj:pass"}
NAMING = frozenset({"brand", "call", "consider", "declare", "deem", "dub", "label", "name", "term"})
ONE_NAME = frozenset({"compound", "flat"})


def tree(tokens: Sequence[Token], base: int) -> list[Token]:
    """The tokens of one sentence with relations that agree with each other; `base` is the index of the first."""
    children: dict[int, list[int]] = {}
    for i, t in enumerate(tokens):
        if t.head != base + i:
            children.setdefault(t.head - base, []).append(i)
    out = list(tokens)
    for i, token in enumerate(tokens):
        inner = children.get(i, [])
        if token.dep == "fixed" and tokens[token.head - base].dep in ("case", "mark"):
            first = tokens[token.head - base]
            out[i] = replace(token, dep=first.dep, head=first.head)
        if token.dep == "obl:agent" and (did := _undergone(tokens, i, base, children)) is not None:
            out[i] = replace(token, dep="nmod", head=base + did)
            for k in children.get(token.head - base, []):
                if k > i and tokens[k].dep == "obl" and tokens[k].head == token.head and _follows(tokens, i, k, children):
                    out[k] = replace(tokens[k], dep="nmod", head=base + did)
        auxiliaries = [k for k in inner if tokens[k].dep in ("aux", "aux:pass") and k < i]
        if token.xpos in ("VBN", "VBD") and auxiliaries and tokens[auxiliaries[-1]].lemma == "be":
            for k in inner:
                if tokens[k].dep in PASSIVE and (tokens[k].dep != "aux" or k == auxiliaries[-1]):
                    out[k] = replace(tokens[k], dep=PASSIVE[tokens[k].dep])
        if token.lemma == "long" and i + 1 < len(tokens) and tokens[i + 1].lemma == "as" and tokens[i + 1].dep == "mark":
            _as_long_as(out, i, base)
        opened = any(tokens[k].xpos == "TO" and tokens[k].dep == "mark" for k in inner)
        if token.dep == "ccomp" and opened and not any(tokens[k].dep.startswith("nsubj") for k in inner):
            out[i] = replace(out[i], dep="xcomp")
        if _names_it(tokens, i, base, inner):
            out[i] = replace(out[i], head=out[out[i].head - base].head, dep="xcomp")
    return out


def _undergone(tokens: Sequence[Token], i: int, base: int, children: Mapping[int, Sequence[int]]) -> int | None:
    """The object right before "by X" of a verb in the active: "denounced attacks by rebels" tells whose attacks, not who denounced."""
    verb = tokens[i].head - base
    own = children.get(verb, [])
    held = [k for k in own if tokens[k].dep == "obj" and verb < k < i]
    active = any(tokens[k].dep == "nsubj" for k in own) and not any(tokens[k].dep == "aux:pass" for k in own)
    near = held and min([i, *children.get(i, [])]) == held[-1] + 1
    return held[-1] if active and near else None


def _follows(tokens: Sequence[Token], i: int, k: int, children: Mapping[int, Sequence[int]]) -> bool:
    """Whether "on Y" stands right behind "by X"."""
    inner = children.get(k, [])
    return min([k, *inner]) == i + 1 and any(tokens[c].dep == "case" and tokens[c].lemma in ("on", "against") for c in inner)


def _as_long_as(out: list[Token], i: int, base: int) -> None:
    """Hangs "long" on the verb of its clause, "as long as they pay"; a verb that hung on "long" takes the place of it."""
    long, verb = out[i], out[i + 1].head - base
    above, seen = verb, set[int]()
    while above != i and above not in seen:
        seen.add(above)
        above = out[above].head - base
    if verb == i or (above == i and out[verb].head != base + i):
        return
    if above == i:
        root = long.head == base + i
        out[verb] = replace(out[verb], head=base + verb if root else long.head, dep="root" if root else "advcl")
    out[i] = replace(long, head=base + verb, dep="advmod")


def _names_it(tokens: Sequence[Token], i: int, base: int, inner: Sequence[int]) -> bool:
    """Whether a noun behind the object of "call" says what that is called: "called the inquiry a theatre"."""
    token, held = tokens[i], tokens[i].head - base
    if token.dep not in ("nmod", "appos") or not 0 <= held < i or tokens[held].dep != "obj":
        return False
    bare = not any(tokens[k].dep == "case" or tokens[k].lemma == "," for k in inner)
    return bare and tokens[tokens[held].head - base].lemma in NAMING


def names(found: Iterable[Name], tokens: Sequence[Token]) -> list[Name]:
    """Names of one sentence; those that stand side by side inside one compound are one, a body where any piece is one, else as its last piece."""
    out: list[Name] = []
    for name in found:
        before = out[-1] if out else None
        name = _whole(name, tokens, before.span[1] if before else 0)
        if before is not None and _one(before, name, tokens):
            kind = "organization" if "organization" in (before.kind, name.kind) else name.kind
            out[-1] = Name(span=(before.span[0], name.span[1]), kind=kind)
        else:
            out.append(name)
    return out


def repeated(found: Sequence[Name], text: str, tokens: Sequence[Token]) -> list[Name]:
    """The names of a document in order, with acronyms of bodies that are a name in one place wherever else they stand as one."""
    kinds = {text[slice(*n.span)]: n.kind for n in reversed(found) if n.kind == "organization" and text[slice(*n.span)].isupper()}
    taken = {at for n in found for at in range(*n.span)} if kinds else set[int]()
    free = [t for t in tokens if t.upos == "PROPN" and t.start not in taken] if kinds else []
    again = [Name(span=(t.start, t.end), kind=kinds[text[t.start : t.end]]) for t in free if text[t.start : t.end] in kinds]
    return sorted([*found, *again], key=lambda n: n.span) if again else list(found)


def _whole(name: Name, tokens: Sequence[Token], free: int) -> Name:
    """A body's name with the capitalised words before it that its tree holds to it: "Northern" of "Northern Grain Board"."""
    first = next((i for i, t in enumerate(tokens) if t.start == name.span[0]), None)
    if name.kind != "organization" or not first:
        return name
    inside = {i for i, t in enumerate(tokens) if name.span[0] <= t.start < name.span[1]}
    base = _base(tokens)
    while first and tokens[first - 1].upos == "PROPN" and tokens[first - 1].dep == "compound" and tokens[first - 1].start >= free:
        if tokens[first - 1].head - base not in inside:
            break
        first -= 1
        inside.add(first)
    return Name(span=(tokens[first].start, name.span[1]), kind=name.kind)


def _one(a: Name, b: Name, tokens: Sequence[Token]) -> bool:
    """Whether the first name hangs, as part of a compound, on a word of the second that stands right behind it."""
    last = next((i for i, t in enumerate(tokens) if t.end == a.span[1]), None)
    if last is None or last + 1 >= len(tokens) or tokens[last + 1].start != b.span[0]:
        return False
    base = tokens[last].sentence
    head = next((t for t in tokens if t.sentence == base and b.span[0] <= t.start < b.span[1] and _hangs(tokens, last, t)), None)
    return tokens[last].dep in ONE_NAME and head is not None and a.kind != "person" and b.kind != "person"


def _hangs(tokens: Sequence[Token], i: int, head: Token) -> bool:
    at = tokens[i].head - _base(tokens)
    return 0 <= at < len(tokens) and tokens[at] is head


def _base(tokens: Sequence[Token]) -> int:
    """The index in the document of the first of a sentence's tokens: that of the root's head less its place."""
    return next((t.head - i for i, t in enumerate(tokens) if t.dep == "root"), 0)
