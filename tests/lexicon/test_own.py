"""Lists that a user brings are read whole, checked line by line, and win where they should."""

import pytest

from sayso.errors import InputError
from sayso.lexicon import Lexicon
from sayso.lexicon.entries import at, sector_at
from sayso.lexicon.own import Own, actor_list, outlet_list, own, read, type_list


@pytest.fixture
def sheet(tmp_path):
    def written(text, name="a.csv"):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8-sig"))
        return path

    return written


def faults(call, path):
    with pytest.raises(InputError) as caught:
        call(path)
    return [str(caught.value), *caught.value.more]


def test_every_fault_of_a_list_of_actors_is_told_on_a_line_of_its_own(sheet):
    path = sheet(
        "name,aliases,kind,country,sector,from,to\nOrrin,,robot,,,,\n,,,,,,\nTelde Pact,TP,group,Dormande,QQQ,2031-13,\n"
        "Harbour League,TP,group,,,2031-04,2030\n"
    )
    told = faults(actor_list, path)
    assert [line.split(".csv:")[1].split(":")[0] for line in told] == ["2", "3", "4", "4", "4", "5", "5"]
    assert "'TP' is a name of 'Telde Pact' already" in told[-1]
    assert "to 2030 lies before from 2031-04" in told[-2]


def test_an_actor_holds_an_office_within_its_dates_alone(sheet):
    path = sheet("name,kind,country,sector,from,to\nAda Venn,person,USA,GOV,2031-04,2033-01-20\n")
    found = Lexicon.load().with_actors(path).lookup("Ada Venn")
    sectors = [sector_at(at(found, day), day) for day in ("2031-03-31", "2031-04-01", "2033-01-20", "2033-01-21")]
    assert sectors == [None, "GOV", "GOV", "ELI"]


def test_a_list_of_actors_wins_and_is_known_by_its_hash(sheet):
    path = sheet("name,kind,country,sector\nReuters,organization,FRA,GOV\n")
    plain = Lexicon.load()
    mine = plain.with_actors(path)
    assert (mine.lookup("Reuters")[0].sector, plain.lookup("Reuters")[0].sector) == ("GOV", "JRN")
    assert (mine.own, plain.own) == (actor_list(path).sha256[:12], None)


def test_the_mode_has_its_code_before_the_type(sheet):
    types = type_list(sheet("type,mode,code,label\nASSAULT,,V1,violence\nASSAULT,aerial,V2,from the air\n"))
    assert [types.of("ASSAULT", modes).code for modes in ((), ("targeted",), ("targeted", "aerial"))] == ["V1", "V1", "V2"]
    assert types.of("AID", ()) is None
    assert types.types("V2") == ("ASSAULT",)
    with pytest.raises(InputError, match="no code 'V3'"):
        types.types("V3")


def test_a_code_for_what_plover_has_not_or_given_twice_is_a_fault(sheet):
    told = faults(type_list, sheet("type,mode,code\nATTACK,,V\nAID,aerial,V\nAID,,\nCONSULT,visit,C\nCONSULT,visit,D\n"))
    assert [line.split(":", 1)[1].split(":")[0] for line in told] == ["2", "3", "4", "6"]
    assert "has a code in line 5 already" in told[-1]


def test_an_outlet_is_in_its_group_by_every_name_it_goes_by(sheet):
    groups = outlet_list(sheet("outlet,group,ownership,note\nAssociated Press,agencies,cooperative,\nCoast Courier,local,,new\n"))
    assert [groups.of(name).group for name in ("AP", "associated press", "Coast Courier")] == ["agencies", "agencies", "local"]
    assert groups.of("Telde Herald") is None
    assert groups.of(None) is None
    assert groups.known("LOCAL") == "local"


def test_an_outlet_in_two_groups_is_a_fault(sheet):
    told = faults(outlet_list, sheet("outlet,group\nCoast Courier,a\ncoast courier,b\nHerald,\n"))
    assert told == [f"{line}" for line in told]
    assert ["line 2 already" in told[0], "group is empty" in told[1]] == [True, True]


@pytest.mark.parametrize("data", [b"", b"name\n\xff\n", b"title\nA\n", b'name\n"A\n', b"name\nA,B\n"])
def test_what_is_no_list_is_refused_with_its_place(tmp_path, data):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.csv"):
        read(path, ("name",), ("name",))


def test_more_than_twenty_faults_are_counted(sheet):
    told = faults(actor_list, sheet("name,kind\n" + "A,robot\n" * 30))
    assert (len(told), told[-1].endswith("10 more faults")) == (21, True)


def test_nothing_brought_is_nothing_said(tmp_path):
    assert own() == Own()
    assert (Own().code("AID", ()), Own().group("Reuters"), Own().sheets()) == (None, None, {})
    with pytest.raises(InputError, match="No such file"):
        own(types=tmp_path / "none.csv")
