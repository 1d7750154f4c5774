from sayso.model import Document, Problem
from tests.intake.opened import document, opened, problem

HEAD = '<{0} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" xml:lang="en-GB">'
META = """<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:QW"><name>Quay Wire</name></provider><versionCreated>2031-04-09T07:05:00Z</versionCreated>
</itemMeta><contentMeta><by>By Ana Mirel</by><headline>Gate stays shut</headline><subject type="cpnat:topic"><name>Harbour</name></subject></contentMeta>"""
XHTML = """<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>“Nobody asked,” she said.</p><p>It is shut.</p></body></html></inlineXML></contentSet>"""
BODY = "Gate stays shut\n\n“Nobody asked,” she said.\n\nIt is shut."


def item(content: str, meta: str = META) -> str:
    return HEAD.format("newsItem") + meta + content + "</newsItem>"


def test_an_item_with_xhtml_gives_its_text_and_facts() -> None:
    doc = document(item(XHTML), "a.xml")
    assert doc.text == BODY
    assert (doc.outlet, doc.byline, doc.section, doc.published, doc.language) == (
        "Quay Wire",
        ("Ana Mirel",),
        "Harbour",
        "2031-04-09T07:05:00Z",
        "en",
    )


def test_plain_text_and_nitf_within_are_read() -> None:
    plain = item('<contentSet><inlineData contenttype="text/plain">It is shut.\nIt is.</inlineData></contentSet>')
    wire = item(
        "<contentSet><inlineXML><nitf><body><body.content><p>It is shut.</p></body.content></body></nitf></inlineXML></contentSet>"
    )
    assert document(plain, "a.xml").text == "Gate stays shut\n\nIt is shut.\nIt is."
    assert document(wire, "a.xml").text == "Gate stays shut\n\nIt is shut."


def test_a_message_gives_each_text_item_and_passes_pictures_over() -> None:
    picture = item("<contentSet><remoteContent href='a.jpg'/></contentSet>", META.replace("ninat:text", "ninat:picture"))
    data = HEAD.format("newsMessage") + f"<itemSet>{picture}{item(XHTML)}{item('')}</itemSet></newsMessage>"
    found = opened(data, "a.xml")
    assert [each.origin for each in found] == ["a.xml#2", "a.xml#3"]
    assert isinstance(found[0], Document)
    assert isinstance(found[1], Problem)


def test_text_that_lies_elsewhere_is_named_and_not_fetched() -> None:
    found = problem(item("<contentSet><remoteContent href='text/gate.xml'/></contentSet>"), "a.xml")
    assert "elsewhere, at text/gate.xml" in found.why


def test_the_older_newsml_is_read() -> None:
    old = """<NewsML><NewsItem><NewsManagement><FirstCreated>20310409T070500Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Gate stays shut</HeadLine>
    <ByLine>By Ana Mirel</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Quay Wire"/></Provider></AdministrativeMetadata>
    <ContentItem><DataContent><p>“Nobody asked,” she said.</p><p>It is shut.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
    doc = document(old, "a.xml")
    assert (doc.text, doc.outlet, doc.published) == (BODY, "Quay Wire", "2031-04-09")


def test_a_package_without_text_says_so() -> None:
    assert "no text item" in problem(HEAD.format("packageItem") + "</packageItem>", "a.xml").why
