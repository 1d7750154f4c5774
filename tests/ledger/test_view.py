"""The View finds what is there, at the exact characters."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import BrokenRecord, UsageError
from sayso.ledger import Ledger, View
from tests.ledger.made import HARBOUR, document, harbour, mention, statement

ODD = "Ça va\0 e\u0301te\u0301 👩‍👩‍👧 naïve. Straße İstanbul ﬁne\r\nعربي «quoted» Ǆ ½ co-op don’t"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.sayso"
    courier = document(published="2031-04-09", published_from="given")
    post = document(
        "Ilse Marrow resigned. The mayor praised her.", outlet="Inland Post", origin="post", published="2031-05-01T08:00Z"
    )
    undated = document("Nobody said a word about cranes.", outlet=None, origin="undated")
    with Ledger(path) as ledger:
        ledger.write(courier, harbour(courier))
        marrow = mention(post, "Ilse Marrow", "Ilse Marrow")
        her = mention(post, "her", "her", refers_to=marrow.id, kind="pronoun")
        ledger.write(post, (marrow, her, statement(post, "The mayor", "praised", "her", act="claim")))
        ledger.write(undated, ())
    return path


def test_documents_come_latest_first_and_undated_ones_last(path):
    with View(path) as view:
        assert [row.outlet for row in view.documents()] == ["Inland Post", "Coast Courier", None]
        assert [row.outlet for row in view.documents(1, 1)] == ["Coast Courier"]
        assert [row.outlet for row in view.documents(query="cranes")] == ["Coast Courier", None]
        assert [row.outlet for row in view.documents(outlet="inland")] == ["Inland Post"]
        assert view.count() == 3
        assert view.outlets() == {"Coast Courier": 1, "Inland Post": 1}


@pytest.mark.parametrize(
    ("since", "until", "outlets"),
    [
        ("2031-04-10", None, ["Inland Post"]),
        (None, "2031-04", ["Coast Courier"]),
        ("2031", "2031", ["Inland Post", "Coast Courier"]),
        ("2031-05-01", "2031-05-01", ["Inland Post"]),
        ("2032", None, []),
    ],
)
def test_dates_bound_to_the_end_of_their_day_month_or_year(path, since, until, outlets):
    with View(path) as view:
        assert [row.outlet for row in view.documents(since=since, until=until)] == outlets


def test_a_date_that_is_none_is_a_usage_error(path):
    with View(path) as view, pytest.raises(UsageError, match="'last week'"):
        list(view.statements(since="last week"))


def test_by_takes_the_name_behind_a_pronoun_and_the_words_of_the_source(path):
    with View(path) as view:
        assert [said.content for said in view.statements(by="ilse marrow")] == [
            "“We lost nine days,”",
            "that the ministry had “promised cranes”",
        ]
        assert len(list(view.statements(by="harbour master"))) == 1
        assert len(list(view.statements(by="MAYOR"))) == 1
        assert list(view.statements(by="Marrow mayor")) == []


def test_chains_go_from_the_outlet_to_the_innermost_speaker(path):
    with View(path) as view:
        (said,) = view.statements(act="promise")
    assert said.chain == ("Coast Courier", "Ilse Marrow", "the ministry")


def test_about_takes_actors_behind_pronouns_and_words(path):
    with View(path) as view:
        assert [said.statement.act for said in view.statements(about="Marrow")] == ["claim"]
        assert [said.statement.form for said in view.statements(about="promised cranes")] == ["mixed"]
        assert list(view.statements(about="cranes promised")) == []


def test_conditions_narrow_each_other(path):
    with View(path) as view:
        doc = view.documents(outlet="courier")[0].id
        assert len(list(view.statements(in_="Coast"))) == len(list(view.statements(in_=doc[:6]))) == 3
        assert [said.speaker for said in view.statements(in_=doc, containing="cranes", form="indirect")] == ["the ministry"]
        assert list(view.statements(by="mayor", until="2031-04-30")) == []


def test_every_hit_stands_where_it_says_also_after_nul_and_emoji(path):
    with View(path) as view:
        text = view.document(view.documents(outlet="courier")[0].id).text
        hits = list(view.find('dredging OR "NINE days" OR harb*'))
    assert [text[start:end] for hit in hits for start, end in hit.spans] == [hit.quote for hit in hits]
    assert [hit.quote for hit in hits] == ["harbour", "nine days", "harbour", "dredging"]


def test_find_is_cut_where_asked_and_empty_where_nothing_stands(path):
    with View(path) as view:
        assert len(list(view.find("the", limit=2))) == 2
        assert list(view.find("nowhere")) == []


def test_an_index_that_tells_of_other_words_is_not_believed(path, tmp_path):
    with Ledger(path) as ledger:
        ledger.connection.execute("UPDATE document SET text = replace(text, 'nine', 'nice') WHERE text LIKE '%nine%'")
    with View(path) as view, pytest.raises(BrokenRecord, match="'nine'"):
        list(view.find("nine"))


def test_a_prefix_of_an_id_stands_for_it_unless_it_is_short_or_strange(path):
    with View(path) as view:
        id = view.documents()[0].id
        assert view.document(id[:6]).id == view.row(id[:9]).id == id
        assert view.document(id[:5]) is view.document("%") is view.document("ffffff0000") is view.row("x" * 6) is None
        assert view.records("ffffff0000") == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_is_a_query_or_a_usage_error(path, query):
    with View(path) as view:
        for ask in (view.find, lambda q: view.statements(by=q), lambda q: view.statements(about=q, containing=q)):
            try:
                list(ask(query))
            except UsageError:
                assert not any(c.isalnum() for c in query.replace("OR", ""))


WORDS = st.lists(st.sampled_from([*ODD.split(), "cranes", "\0", "e\u0301", "𝒳", "’", "\u200d"]), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.sampled_from([" ", "\n", "\r\n", "\0 ", " 😀 ", "—"]))
def test_whatever_the_text_hits_are_exact(tmp_path_factory, words, gap):
    path = tmp_path_factory.mktemp("odd") / "odd.sayso"
    doc = document(f"{gap}{gap.join(words)}{gap}cranes{gap}", outlet=None)
    with Ledger(path) as ledger:
        ledger.write(doc, ())
    with View(path) as view:
        assert view.document(doc.id) == doc
        assert [hit.quote for hit in view.find("cranes")][-1] == "cranes"
        for word in words:
            if any(c.isalnum() for c in word):
                assert all(doc.text[s:e] == hit.quote for hit in view.find(word) for s, e in hit.spans)


def test_a_backup_is_a_whole_ledger_of_its_own_and_overwrites_nothing(path, tmp_path):
    from sayso.errors import LedgerError
    from tests.ledger.content import content

    target = tmp_path / "copy.sayso"
    with Ledger(path) as ledger, View(path) as view:
        assert view.backup(target) == target.stat().st_size
        ledger.write(document("Written after the copy."), ())
        with pytest.raises(LedgerError, match="overwrites nothing"):
            view.backup(target)
    with View(target) as copy:
        assert copy.counts()["documents"] == 3
    assert [name.name for name in tmp_path.iterdir() if "copy" in name.name] == ["copy.sayso"]
    with Ledger(target) as ledger:
        assert ledger.check() == ()
    assert content(target)[1] != content(path)[1]


def test_counts_are_those_of_the_live_records(path):
    with View(path) as view:
        assert view.counts() == {"documents": 3, "statements": 4, "mentions": 5, "problems": 0, "forgotten": 0}
        assert len(HARBOUR) == view.documents(outlet="courier")[0].chars


@pytest.mark.parametrize("few", [1, 2, 32])
def test_statements_come_by_date_and_place_however_many_documents_are_read_at_a_time(path, monkeypatch, few):
    monkeypatch.setattr("sayso.ledger.view.FEW", few)
    monkeypatch.setattr("sayso.ledger.view.MANY", 2)
    with View(path) as view:
        found = list(view.statements())
        places = [(said.document.published, said.statement.kernel) for said in found]
        assert places == sorted(places)
        assert [said.document.outlet for said in found] == ["Coast Courier"] * 3 + ["Inland Post"]
        assert [said.content for said in view.statements(since="2031-05")] == ["her"]
