"""A sample is drawn alike every time, and what people find in it is counted as they say."""

import pytest

from sayso.ask.accuracy import accuracy
from sayso.ask.sampling import draw, systematic, waiting
from sayso.errors import UsageError
from sayso.ledger import Ledger, View, sampled
from sayso.ledger.sampled import Candidate
from sayso.ledger.verdicts import judge
from tests.release.made import decide, ledger, record


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


def drawn(path, size=6, seed=1, **more):
    with View(path) as view, Ledger(path) as writer:
        return draw(view, writer, size=size, seed=seed, **more)


def found(path):
    with View(path) as view:
        return accuracy(view)


def listed(path, who=None):
    with View(path) as view:
        return [one.id for one in waiting(view, who)]


def many(n):
    return [
        Candidate(id=f"{i:05}", doc="d", kind="event", start=0, end=1, outlet="AB"[i % 10 == 0], year="2031", code="X") for i in range(n)
    ]  # fmt: skip


def test_the_same_seed_draws_the_same_and_another_draws_another(path):
    one, again = drawn(path), drawn(path)
    assert one == again
    assert len({d.id for d in one}) == len(one) == 6
    draws = [[d.id for d in systematic(many(1000), 50, seed, "event")] for seed in (1, 2)]
    assert draws[0] != draws[1]


def test_every_outlet_has_its_share_of_a_draw():
    picked = systematic(many(1000), 50, 3, "event")
    assert sum(int(d.id) % 10 == 0 for d in picked) == 5
    assert {d.population for d in picked} == {1000}


def test_each_record_is_as_likely_as_the_others():
    counts = dict.fromkeys((one.id for one in many(20)), 0)
    for seed in range(2000):
        for one in systematic(many(20), 5, seed, "event"):
            counts[one.id] += 1
    assert min(counts.values()) > 400 < max(counts.values()) < 600


def test_without_a_sample_nothing_is_claimed_however_much_was_judged(path):
    decide(path, "accept", record("e", "stormed"))
    assert found(path) is None


def test_rates_count_what_people_decided(path):
    ids = [d.id for d in drawn(path, size=100) if d.kind == "event"]
    for says, id in zip(("accept", "accept", "reject"), ids, strict=False):
        decide(path, says, id)
    told = found(path)
    events = next(r for r in told.rates if r.by == "kind" and r.kind == "event")
    assert (events.n, events.right, events.wrong, events.exact) == (3, 2, 1, 0.6667)
    assert events.exact_low < 0.6667 < events.exact_high
    assert told.judged + told.waiting == told.drawn
    assert sum(r.n for r in told.rates if r.by == "outlet") == 3


def test_what_is_judged_outside_the_sample_is_not_counted(path):
    inside = {d.id for d in drawn(path, size=3)}
    with View(path) as view:
        outside = [c.id for c in sampled.candidates(view) if c.id not in inside]
    decide(path, "accept", outside[0])
    assert found(path).judged == 0


def test_an_undone_verdict_waits_again(path):
    from sayso.ledger.verdicts import undo

    id = drawn(path)[0].id
    verdict = decide(path, "accept", id)
    assert found(path).judged == 1
    with Ledger(path) as writer:
        undo(writer, verdict, who="Ada")
    assert found(path).judged == 0
    assert id in listed(path)


def test_two_who_judged_the_same_are_compared(path):
    ids = [d.id for d in drawn(path, size=100)][:4]
    for id, ada, bo in zip(ids, ("accept", "accept", "reject", "reject"), ("accept", "reject", "reject", "reject"), strict=True):
        decide(path, ada, id, "Ada")
        decide(path, bo, id, "Bo")
    (pair,) = found(path).agreement
    assert (pair.who, pair.other, pair.n, pair.alike, pair.kappa) == ("Ada", "Bo", 4, 3, 0.5)
    assert ids[0] not in listed(path, "Ada")
    assert ids[0] in listed(path, "Cyr")


def test_recall_counts_what_people_added_in_passages_they_read(path):
    from sayso.ask.drafting import drafted
    from sayso.model.verdicts import Change

    passages = [d for d in drawn(path, size=3, passages=50) if d.kind == "passage"]
    with View(path) as view:
        passage = next(p for p in passages if "stormed" in view.document(p.doc).text[p.start : p.end])
        document, records = view.document(passage.doc), view.records(passage.doc)
    made, _ = drafted(
        document, records, "event", {"trigger": "reopened" if "reopened" in document.text else "Raid", "plover": "ASSAULT"}
    )
    assert made.kernel[0] < passage.start
    inside, _ = drafted(document, records, "event", {"trigger": "border", "plover": "COERCE"})
    with Ledger(path) as writer:
        for one in (made, inside):
            judge(writer, one.id, "add", who="Ada", change=Change(record=one))
        sampled.read(writer, passage.id, who="Ada")
    events = next(r for r in found(path).recall if r.kind == "event")
    assert (events.found, events.added, events.recall, events.passages) == (4, 1, 0.8, 1)


def test_a_passage_that_was_not_drawn_cannot_be_read(path):
    with Ledger(path) as writer, pytest.raises(UsageError):
        sampled.read(writer, "nowhere:1-2", who="Ada")
