"""Base forms of words by their tag: endings and the words they get wrong, both from `lexicon/lemmas.tsv`."""

from collections.abc import Mapping
from functools import lru_cache

from sayso.errors import ModelError
from sayso.lexicon.tables import rows

Edit = tuple[int, str]
CLASSES = {
    "VB": "V", "VBD": "V", "VBG": "V", "VBN": "V", "VBP": "V", "VBZ": "V", "MD": "V", "NNS": "N", "JJR": "A", "JJS": "A", "RBR": "R",
    "RBS": "R",
}  # fmt: skip
PLAIN = str.maketrans("“”‘’", "\"\"''")
PRONOUNS = {"her": "she", "him": "he", "them": "they", "us": "we", "me": "I", "i": "I", "'em": "they"}
CLITICS = {
    ("'ll", "MD"): "will", ("'d", "MD"): "would", ("'d", "VBD"): "have", ("'ve", "VBP"): "have", ("'ve", "VB"): "have",
    ("'re", "VBP"): "be", ("'m", "VBP"): "be", ("'s", "VBZ"): "be", ("'s", "PRP"): "us", ("n't", "RB"): "not", ("ca", "MD"): "can",
    ("wo", "MD"): "will",
}  # fmt: skip
LONGEST = 5


class Lemmas:
    """Base forms; made once by `load`."""

    def __init__(self, endings: Mapping[tuple[str, str], Edit], words: Mapping[tuple[str, str], str]) -> None:
        self._endings, self._words = dict(endings), dict(words)
        self._of = lru_cache(maxsize=50_000)(self._found)

    @classmethod
    def load(cls) -> "Lemmas":
        """The table that ships with sayso. Raises ModelError where it is missing or a row does not hold."""
        endings, words = {}, {}
        for row in rows("lemmas.tsv"):
            if not row["cut"].isdigit():
                raise ModelError(f"lexicon/lemmas.tsv: {row['form']}: {row['cut']!r} is no number of letters")
            if row["form"].startswith("-"):
                endings[row["class"], row["form"][1:]] = (int(row["cut"]), row["put"])
            else:
                words[row["form"], row["class"]] = row["put"]
        return cls(endings, words)

    def of(self, form: str, tag: str, upos: str) -> str:
        """The base form of a word: lower case unless it is a name; a word without a rule is its own."""
        return form.translate(PLAIN) if upos == "PROPN" else self._of(form, tag)

    def _found(self, form: str, tag: str) -> str:
        word = form.lower().translate(PLAIN)
        if (word, tag) in CLITICS:
            return CLITICS[word, tag]
        if tag in ("PRP", "PRP$"):
            return PRONOUNS.get(word, word) if tag == "PRP" else word
        kind = CLASSES.get(tag)
        if kind is None:
            return word
        known = self._words.get((word, kind))
        return known if known is not None else edited(word, looked_up(self._endings, word, kind))


def looked_up(endings: Mapping[tuple[str, str], Edit], word: str, kind: str) -> Edit:
    """The edit of the longest ending that the word has, none where no ending is known."""
    for n in range(min(LONGEST, len(word) - 1), 0, -1):
        if (found := endings.get((kind, word[-n:]))) is not None:
            return found
    return (0, "")


def edited(word: str, edit: Edit) -> str:
    """The word with its last letters exchanged.

    >>> edited("carried", (3, "y"))
    'carry'
    """
    return word[: len(word) - edit[0]] + edit[1]
