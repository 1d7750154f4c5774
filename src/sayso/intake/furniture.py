"""What of a text is page furniture: section labels, buttons, photo credits, links to other stories. Marked, never cut."""

import re

from sayso.model import Span
from sayso.model.span import trimmed

EDGE = 3  # stray lines count as furniture among this many at either end
LABEL_WORDS = 3
ENTRY_WORDS = 25
LISTS = re.compile(
    r"""(?:(?:read|see|learn|find\ out|watch)\ (?:more|also|next|too)|also\ (?:read|on)|more\ (?:on|from)\b.{0,60}|more\ stories
    |(?:related|recommended|popular|trending|latest|top)(?:\ (?:articles?|stories|content|links|topics|news|coverage|posts|reading|now|headlines|for\ you))?
    |most\ (?:read|popular|viewed|shared)|editor['\u2019]?s['\u2019]?\ (?:picks?|choice)|you\ (?:may|might)\ (?:also\ )?like.{0,20}|in\ other\ news
    )\s*[:>»]?""",
    re.I | re.X,
)
"""What stands above a list of links to other stories."""

BYLINE = re.compile(r"(?:by|written by|reporting by)\s+(?P<names>[A-Z][^.!?]{2,80})$", re.I)
PHRASES = re.compile(
    r"""(?:
      discuss|share|share\ (?:this|on|via|article|story)\b.{0,40}|tweet|email|print|save|comments?|comment\ on\ this.{0,30}
    | (?:\d+\s+|view\ |show\ |read\ |leave\ a\ |post\ a\ |no\ )*comments?\s*\(?\d*\)?|reply|like|(?:join|start)\ the\ (?:conversation|discussion|debate).{0,40}|have\ your\ say.{0,40}|follow(?:\ us)?(?:\ on)?\b.{0,40}
    | advertise?ments?|advertising|sponsored(?:\ content)?|promoted|story\ continues\ below.{0,30}|article\ continues.{0,40}
    | scroll\ (?:down\ )?(?:to|for)\ continue.{0,40}|continue\ reading.{0,60}|skip\ (?:to\ |past\ |ad).{0,40}|loading\.*|advertisement\ \W.{0,30}
    | .{0,160}\bby\ (?:signing\ up|subscribing|registering|clicking.{0,30}),?\ you\ (?:agree|accept|consent|acknowledge)\b.{0,160}
    | (?:read|see|learn|find\ out|watch)\ (?:more|also|next|now|too)(?:\s*[:>»\u2013\u2014-].{0,200})?|(?:also\ (?:read|on)|more\ (?:on|from)|related)\s*:.{0,200}
    | related(?:\ (?:articles?|stories|content|links|topics|news|coverage|posts))?|recommended(?:\ (?:for\ you|stories|videos?))?|more\ stories|top\ stories
    | most\ (?:read|popular|viewed|shared)|trending(?:\ now)?|latest(?:\ (?:news|stories|headlines))?|editor['\u2019]?s['\u2019]?\ (?:picks?|choice)|you\ (?:may|might)\ (?:also\ )?like.{0,20}
    | click\ (?:here|to)\b.{0,80}|tap\ (?:here|to)\b.{0,60}|sign\ (?:up|in)(?:\ (?:for|to|now|here)\b.{0,80})?|subscribe(?:\ (?:to|now|here|today)\b.{0,80})?|log\ ?in|register(?:\ now)?|newsletters?
    | get\ (?:the|our)\ .{0,60}newsletters?.{0,60}|download\ (?:the|our)\ .{0,40}app.{0,40}|support\ (?:our|us)\b.{0,60}|donate(?:\ now)?
    | (?:we\ use|this\ (?:site|website)\ uses)\ cookies.{0,200}|accept(?:\ all)?(?:\ cookies)?|privacy\ policy|terms\ (?:of|and)\ .{0,30}|cookie\ (?:policy|settings|notice)
    | all\ rights\ reserved\.?|(?:\(c\)|\u00a9|copyright)\s.{0,160}|\d+\s+(?:minutes?|mins?)\ read|\d+\ (?:shares?|views?|likes?)
    | (?:last\ )?(?:updated|published|posted|modified)\s*(?:on|at|:)?\s.{0,60}\d.{0,20}|home|back\ to\ top|next(?:\ (?:article|story|page))?|previous(?:\ (?:article|story|page))?|tags?\s*:.{0,200}|topics?\s*:.{0,200}|filed\ under\s*:?.{0,200}
    | (?:photo|image|picture|file\ photo|pic|photograph|video|source|credits?)(?:\ (?:by|credit|copyright|source|courtesy(?:\ of)?))?\s*:\s?.{1,100}|(?:photo|image)\ (?:by|copyright|courtesy\ of)\ .{1,80}
    | \u00a9.{1,80}|(?:hide|toggle|enlarge)(?:\ this)?\ (?:caption|image).{0,80}
    | .{2,60}/\s?(?:AFP|AP|Reuters|Getty(?:\ Images)?|EPA(?:-EFE)?|TASS|Xinhua|Shutterstock|Bloomberg)(?:/.{0,40})?(?:\ via\ .{2,30})?
    )\s*[:>»]?""",
    re.I | re.X,
)
ENDS = (".", "!", "?", "…", ",", ";", ":", "”", '"', "’", "'", ")", "»", "—", "–", "-")


class Lines:
    """The lines of a text that hold anything, as spans without white space at their ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = _lines(text)

    def words(self, at: int) -> str:
        """The words of a line."""
        start, end = self.spans[at]
        return self.text[start:end]


def furniture(text: str, title: Span | None, outlet: str | None = None) -> tuple[Span, ...]:
    """Spans of page furniture in order of the text, whole lines without the white space around them.

    A line is furniture if all of it is a phrase of pages ("Share", "Read more: …"), a credit or the outlet's name alone, or if it
    is a stray label: a few words without a sentence's end, above or right below the headline, or after the last sentence. The headline never is, nor is
    anything in a text of fewer than three lines. So are the headlines listed below "Related stories" or the like.
    """
    lines = Lines(text)
    if len(lines.spans) < 3:
        return ()
    prose = [at for at in range(len(lines.spans)) if _is_prose(lines.words(at))]
    top, bottom = (prose[0], prose[-1]) if prose else (0, len(lines.spans) - 1)
    listed = _listed(lines)
    return tuple(
        span
        for at, span in enumerate(lines.spans)
        if span != title
        and (at in listed or is_phrase(lines.words(at), outlet) or (bool(prose) and _is_stray(lines, at, top, bottom, title)))
    )


def _lines(text: str) -> list[Span]:
    """Lines as str.splitlines sees them, without those that are blank."""
    out: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if span := trimmed(text, (at, at + len(line))):
            out.append(span)
        at += len(line)
    return out


def _is_prose(words: str) -> bool:
    """Whether a line reads as a paragraph: long, or ended as a sentence."""
    return len(words) > 140 or (words.endswith((".", "!", "?", "”", '"', "…")) and words.count(" ") >= 5)


def is_phrase(words: str, outlet: str | None) -> bool:
    """Whether the whole line is a phrase that pages use, a byline, or the outlet's name."""
    if len(words) > 220:
        return False
    if outlet and words.casefold() == outlet.casefold():
        return True
    return PHRASES.fullmatch(words) is not None


def _listed(lines: Lines) -> set[int]:
    """The lines of lists of links: what stands below a lead-in, as long as no line ends as a sentence does."""
    out: set[int] = set()
    inside = False
    for at in range(len(lines.spans)):
        words = lines.words(at)
        inside = LISTS.fullmatch(words[:140]) is not None or (inside and _is_entry(words))
        if inside:
            out.add(at)
    return out


def _is_entry(words: str) -> bool:
    """Whether a line can be the headline of another story."""
    return not _is_prose(words) and not words.endswith(ENDS) and words.count(" ") < ENTRY_WORDS


def _is_label(words: str) -> bool:
    """Whether a line is a few words that begin like a name and end like none of a sentence's ends."""
    return (
        words.count(" ") < LABEL_WORDS
        and len(words) <= 32
        and not words.endswith(ENDS)
        and not words[0].islower()
        and _is_named(words)
    )


def _is_named(words: str) -> bool:
    """Whether every word is written like a name, a number or a small word between names."""
    return all(not word[0].islower() or word in ("of", "and", "the", "in", "&", "on", "for") for word in words.split())


def _is_stray(lines: Lines, at: int, top: int, bottom: int, title: Span | None) -> bool:
    """Whether a label stands above the first paragraph, right after it, or after the last one; between paragraphs it is a subheading."""
    if not _is_label(lines.words(at)):
        return False
    second = at == top + 1 and title is not None and lines.spans[top][1] - lines.spans[top][0] < 600
    above = at < top and at < EDGE + 2
    return above or (second and _alone(lines, at)) or (at > bottom and at >= len(lines.spans) - EDGE)


def _alone(lines: Lines, at: int) -> bool:
    """Whether a label right under the first paragraph goes with it: no blank line between, one after."""
    gap = lines.text[lines.spans[at - 1][1] : lines.spans[at][0]]
    after = lines.text[lines.spans[at][1] : lines.spans[at + 1][0]] if at + 1 < len(lines.spans) else "\n\n"
    return gap.count("\n") < 2 <= after.count("\n")
