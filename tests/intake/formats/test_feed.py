import pytest

from sayso.model import Document
from tests.intake.opened import opened, problem

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Post</title>
<item><title>Gate shut</title><link>https://quay.example/gate</link><pubDate>Wed, 09 Apr 2031 07:05:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>“Nobody asked,” <i>she</i> said.</p>]]></content:encoded></item><item><title>Ice</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Post</title><entry><title>Gate shut</title><link href="https://quay.example/gate"/>
<author><name>Ana Mirel</name></author><updated>2031-04-09T07:05:00Z</updated><summary>It is shut.</summary></entry></feed>"""


def test_items_of_rss_are_articles() -> None:
    gate, ice = opened(RSS, "a.xml")
    assert isinstance(gate, Document)
    assert (gate.text, gate.outlet, gate.published) == (
        "Gate shut\n\n“Nobody asked,” she said.".replace("\\\n", "\n"),
        "Quay Post",
        "2031-04-09T07:05:00+00:00",
    )
    assert (ice.origin, getattr(ice, "title", None)) == ("a.xml#2", "Ice")


def test_entries_of_atom_are_articles() -> None:
    (gate,) = opened(ATOM, "a.atom")
    assert isinstance(gate, Document)
    assert (gate.text, gate.byline, gate.url) == (
        "Gate shut\n\nIt is shut.".replace("\\\n", "\n"),
        ("Ana Mirel",),
        "https://quay.example/gate",
    )


@pytest.mark.parametrize(
    "data",
    ['<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', "<rss>", "<rss><channel/></rss>", "<rss><channel>&#0;</channel></rss>"],
)
def test_bombs_and_damage_are_problems(data: str) -> None:
    assert problem(data, "a.rss").next
