from tests.intake.opened import document, problem

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en"><head><title>GATE</title><docdata><date.issue norm="20310409T070500Z"/></docdata>
<pubdata name="Quay Wire" date.publication="20310410T000000Z" position.section="Harbour" ex-ref="https://quay.example/gate"/></head>
<body><body.head><hedline><hl1>Gate stays shut</hl1><hl2>Ice to blame</hl2></hedline><byline>By <person>Ana Mirel</person>, Quay Wire</byline>
<dateline><location>VELLIN</location></dateline></body.head>
<body.content><block><p>“Nobody asked,” <em>Orla Venn</em> said.</p><media><media-caption><p>A gate.</p></media-caption></media>
<p>The caf&eacute; was shut&nbsp;too.</p></block></body.content></body></nitf>"""


def test_a_wire_story_gives_its_text_and_facts() -> None:
    doc = document(NITF, "a.xml")
    assert doc.text == "Gate stays shut\n\n“Nobody asked,” Orla Venn said.\n\nThe café was shut too."
    assert (doc.outlet, doc.byline, doc.section, doc.published, doc.published_from, doc.url) == (
        "Quay Wire",
        ("Ana Mirel",),
        "Harbour",
        "2031-04-09",
        "metadata",
        "https://quay.example/gate",
    )


def test_a_story_without_words_is_a_problem() -> None:
    assert "no text" in problem("<nitf><body><body.content/></body></nitf>", "a.nitf").why


def test_a_story_that_declares_entities_is_a_problem() -> None:
    assert "declares the entity" in problem('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', "a.nitf").why
