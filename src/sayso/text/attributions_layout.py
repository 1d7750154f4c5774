"""Attributions that syntax alone does not show: a quotation beside its cue, "X: …", lines that end in a name, quotations that go on.

Headlines and page layout speak without verbs: "Poll: two in three …", "…: police", "NAME: …" in transcripts, “…” – Name, and posts
from social media as pages embed them: "… — Name (@handle) January 3, 2020".
"""

import re
from collections.abc import Callable, Iterator

from sayso.model import Span, Spans
from sayso.model.span import covers, overlaps
from sayso.text.attributions_parts import SUBJECTS, Candidate, Marks, clause_spans, cue_tokens, reporting_clause, source_spans
from sayso.text.parse import Quote
from sayso.text.tree import Tree

REPORTING_GAP = 25  # tokens between a cue and the quotation beside it, at most
FEWEST = 2  # words in quotation marks that make a headline speak
LABEL = 8  # words of a label before a colon, at most
LIGHT_MARKS = frozenset(",:;\"'”’“‘—–- ")
CAPTIONS = frozenset({
    "photo", "photos", "file", "video", "videos", "image", "images", "picture", "pictures", "related", "watch", "read", "more", "update",
    "updated", "correction", "note", "editor", "source", "credit", "tags", "topics", "listen", "published", "by", "(", "[", "gallery",
})  # fmt: skip
POST = re.compile(r"\s[—–-]{1,2} ?(?P<name>[^—–\n()]{2,60} \(@\w{1,30}\))(?P<date> [^\n]{0,30})?\s*\Z")
NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "PART", "NUM", "CCONJ"})


def beside(tree: Tree, marks: Marks, speaks: Callable[[str], bool]) -> Iterator[Candidate]:
    """Verbs with the quotation just before or just after their clause as content.

    "tag" is the pattern of “…,” she sighed: any verb will do. Elsewhere only words that are known to speak.
    """
    for verb, t in enumerate(tree.tokens):
        if t.upos != "VERB" or (found := _quote_beside(tree, marks, verb, speaks(t.lemma.lower()))) is None:
            continue
        pattern, quote = found
        cue, source = tree.spans(cue_tokens(tree, verb)), source_spans(tree, verb)
        yield Candidate(pattern, t.lemma.lower(), verb, source, cue, _whole_clause(tree, marks, verb, quote))


def _quote_beside(tree: Tree, marks: Marks, verb: int, speaks: bool) -> tuple[str, Quote] | None:
    start, end = tree.sentence(verb)
    text, tokens = tree.text, tree.tokens
    window = marks.beside(tokens[verb].start, (max(0, tokens[start].start - 3), tokens[end - 1].end + 3))
    if not window:
        return None
    after = [q for q in window if q.span[0] >= tokens[verb].end]
    before = [q for q in window if q.span[1] <= tokens[verb].start]
    if before and _clause_starts(tree, verb, before[-1].span[1]) and text[before[-1].inner[1] - 1] in ",?!—-–…":
        return ("tag" if tree.first(verb, *SUBJECTS) is not None else "quotation", before[-1])
    if after and speaks:
        gap = [i for i in range(verb + 1, min(end, verb + REPORTING_GAP)) if tokens[i].start < after[0].span[0]]
        led = text[tokens[verb].start : after[0].span[0]].rstrip().endswith((",", ":"))
        if not gap or (led and not any(tokens[i].upos == "VERB" and "Fin" in tokens[i].feats for i in gap)):
            return "quotation", after[0]
    return None


def _whole_clause(tree: Tree, marks: Marks, verb: int, quote: Quote) -> Spans:
    """The quotation, with the words that lead into it where it ends the clause before the cue."""
    first = min(i for i in reporting_clause(tree, verb) if i <= verb)
    before = list(range(tree.left[verb], first))
    if quote.span[0] > tree.tokens[verb].start or not before or tree.tokens[before[0]].start >= quote.span[0]:
        return (quote.span,)
    return clause_spans(tree, before, marks, tree.tokens[verb].start) or (quote.span,)


def _clause_starts(tree: Tree, verb: int, at: int) -> bool:
    """Whether between the character `at` and the verb stands only its subject, auxiliaries and adverbs."""
    own = {verb, *cue_tokens(tree, verb)}
    for c in tree.children[verb]:
        if tree.tokens[c].dep in SUBJECTS or tree.tokens[c].dep in ("advmod", "mark"):
            own.update(range(tree.left[c], tree.right[c] + 1))
    i = verb
    while i > 0 and tree.tokens[i - 1].start >= at:
        i -= 1
        if i not in own and tree.words[i] not in LIGHT_MARKS:
            return False
    return True


def colon(tree: Tree, marks: Marks, paragraphs: list[Span], cues: dict[int, str]) -> Iterator[Candidate]:
    """Cue verbs whose sentence ends in a colon, and labels "X: …": what follows is the content.

    `paragraphs` are token ranges; `cues` maps reporting verbs to their lemma.
    """
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        mark = next((i for i in range(start, min(end, start + 60)) if tree.words[i] == ":"), None)
        if mark is None or marks.around(tree.tokens[mark].start):
            continue
        rest = _following(tree, marks, (mark + 1, end), following)
        verb = next((i for i in range(mark - 1, start - 1, -1) if i in cues), None)
        if verb is not None and rest and tree.tokens[verb].sentence == tree.tokens[mark].sentence:
            yield Candidate("colon", cues[verb], verb, source_spans(tree, verb), tree.spans(cue_tokens(tree, verb)), rest)
        elif mark + 1 < end and _label(tree, start, mark):
            yield Candidate("label", ":", -1, _span(tree, start, mark), (), rest)


def _label(tree: Tree, start: int, mark: int) -> bool:
    words = range(start, mark)
    if any(tree.words[i] in CAPTIONS for i in words):
        return False
    named = any(tree.tokens[i].upos in ("PROPN", "NOUN") for i in words)
    return 0 < len(words) <= LABEL and named and all(tree.tokens[i].upos in NAMELIKE for i in words)


def _following(tree: Tree, marks: Marks, rest: Span, following: Span | None) -> Spans:
    """The rest of the paragraph after a colon, or the next paragraph where the colon ends its own."""
    start, end = rest if rest[0] < rest[1] else following or rest
    if start >= end:
        return ()
    span = (tree.tokens[start].start, tree.tokens[end - 1].end)
    quoted = marks.within((span[0], span[0] + 1))
    return (quoted[0].span,) if quoted and quoted[0].span[0] >= span[0] - 2 else (span,)


def _span(tree: Tree, start: int, end: int) -> Spans:
    return tree.spans(tree.trim(list(range(start, end))))


def signed(tree: Tree, marks: Marks, paragraphs: list[Span]) -> Iterator[Candidate]:
    """Paragraphs that end in a dash and a name: “…” – Name."""
    for start, end in paragraphs:
        dash = next((i for i in range(end - 1, max(start, end - 14), -1) if tree.words[i] in ("—", "–", "-", "--", "―")), None)
        if dash is None or dash + 1 >= end or dash == start:
            continue
        name = [i for i in range(dash + 1, end) if tree.tokens[i].upos in ("PROPN", "PUNCT", "X", "SYM")]
        content = tree.spans(range(start, dash))
        if not name or name[0] != dash + 1 or tree.tokens[dash + 1].upos != "PROPN" or not content:
            continue
        if any(covers(q.span, content[0]) for q in marks.within(content[0])):
            yield Candidate("signed", "–", -1, tree.spans(tree.runs(name)[0]), (), content)


def posted(tree: Tree, paragraphs: list[Span]) -> Iterator[Candidate]:
    """Paragraphs that are a post with its author and handle below: the words before the dash are the author's."""
    for start, end in paragraphs:
        first, last = tree.tokens[start].start, tree.tokens[end - 1].end
        m = POST.search(tree.text, first, last) if tree.text.find("(@", first, last) >= 0 else None
        if m and m.start() > first:
            yield Candidate("posted", "–", -1, (m.span("name"),), (), ((first, m.start()),))


def headline(tree: Tree, marks: Marks, line: Span | None, kept: list[Candidate]) -> Iterator[Candidate]:
    """A headline with words in quotation marks and no cue: somebody's words, nobody named. `line` is its token range."""
    if line is None:
        return
    span = (tree.tokens[line[0]].start, tree.tokens[line[1] - 1].end)
    quoted = [q for q in marks.within(span) if covers(span, q.span) and len(tree.text[q.inner[0] : q.inner[1]].split()) >= FEWEST]
    if quoted and not any(overlaps(s, q.span) for q in quoted for c in kept for s in c.content):
        yield Candidate("headline", "", -1, (), (), (span,))
