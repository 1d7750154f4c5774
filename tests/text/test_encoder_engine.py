from sayso.model import Document
from sayso.text.encoder_engine import EncoderEngine
from sayso.text.parse import Analysis, Attribution, WordRead

MARK = WordRead(0, (0.9, 0.1), (1.0,))
ONE = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 13),))


class Below:
    name = "below/1"

    def analyse(self, documents):
        return (Analysis(tokens=(), sentences=((0, len(d.text)),)) for d in documents)


class Reader:
    name = "encoder/1"

    def read(self, document):
        return Analysis(tokens=(), sentences=(), attributions=(ONE,) if "said" in document.text else (), marks=(MARK,))


def test_attributions_come_from_the_encoder_and_the_rest_from_below():
    documents = [Document(id=t, text=t, origin=t, sha256="") for t in ("Ana said rain", "rain")]
    said, nothing = EncoderEngine(Reader(), Below()).analyse(documents)
    assert (said.attributions, nothing.attributions) == ((ONE,), ())
    assert said.marks == (MARK,)
    assert said.sentences == ((0, 13),)


def test_alone_it_gives_what_the_encoder_reads():
    (found,) = EncoderEngine(Reader()).analyse([Document(id="t", text="Ana said rain", origin="t", sha256="")])
    assert (found.attributions, found.marks, found.sentences) == ((ONE,), (MARK,), ())


def test_provenance_names_both():
    assert EncoderEngine(Reader(), Below()).name == "below/1+encoder/1"
