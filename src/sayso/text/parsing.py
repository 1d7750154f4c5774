"""parse: everything that is found in one document, over what an engine gave."""

from sayso.lexicon import Lexicon
from sayso.model import Document
from sayso.text import forecasts, mentions, times
from sayso.text.attributions import attributions
from sayso.text.attributions_passive import without_undergoers
from sayso.text.combining import combined
from sayso.text.cutting import cut
from sayso.text.frames import frames
from sayso.text.parse import Analysis, Parse
from sayso.text.quotes import quotes
from sayso.text.tree import Tree


def parse(document: Document, analysis: Analysis, lexicon: Lexicon) -> Parse:
    """The document with sentences, names, quotations, frames, time expressions, mentions and attributions.

    Attributions come from the rules; where the engine read some itself, the two readings are combined.
    """
    analysis = cut(analysis)
    tree = Tree(document.text, analysis.tokens, analysis.sentences)
    marks = quotes(document.text)
    said = attributions(document, tree, marks, lexicon.cues)
    whole = said if analysis.attributions is None else combined(document.text, said, analysis.attributions)
    whole = without_undergoers(tree, whole)
    found = times.find(document.text, document.published, skip=document.furniture)
    return Parse(
        document=document,
        tokens=analysis.tokens,
        sentences=analysis.sentences,
        names=analysis.names,
        quotes=marks,
        frames=frames(tree),
        times=found,
        mentions=mentions.find(document, analysis.tokens, analysis.sentences, analysis.names, lexicon),
        attributions=whole,
        marks=analysis.marks,
        mains=analysis.mains,
        forecasts=forecasts.find(forecasts.Scene(document, tree, marks, found, whole), lexicon.foretelling, analysis.marks),
    )
