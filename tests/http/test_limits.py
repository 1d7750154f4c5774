from sayso.http.limits import FORMS, MOST, PAGES, Limits, Rate, is_local


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills_again() -> None:
    clock = Clock()
    limits = Limits(clock)
    rate = Rate(3, 0.5)
    assert [limits.wait("192.0.2.7", rate) for _ in range(4)] == [0, 0, 0, 2.0]
    clock.now = 1.0
    assert limits.wait("192.0.2.7", rate) == 1.0
    clock.now = 2.0
    assert [limits.wait("192.0.2.7", rate) for _ in range(2)] == [0, 2.0]


def test_each_address_and_each_rate_has_its_own() -> None:
    limits = Limits(Clock())
    rate = Rate(1, 1)
    assert [limits.wait(one, rate) for one in ("192.0.2.7", "192.0.2.8", "2001:db8::1", "2001:db8::2")] == [0, 0, 0, 1.0]
    assert limits.wait("192.0.2.7", FORMS) == 0


def test_looking_takes_nothing() -> None:
    limits = Limits(Clock())
    rate = Rate(1, 1)
    assert [limits.wait("a", rate, take=0.0) for _ in range(3)] == [0, 0, 0]
    limits.wait("a", rate)
    assert limits.wait("a", rate, take=0.0) == 1.0


def test_no_more_addresses_are_remembered_than_fit() -> None:
    limits = Limits(Clock())
    for n in range(MOST + 50):
        limits.wait(f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}", PAGES)
    assert len(limits.buckets) == MOST
    assert ("10.0.0.0", PAGES) not in limits.buckets


def test_this_machine_is_known() -> None:
    assert [is_local(one) for one in ("127.0.0.1", "::1", "10.0.0.1", "")] == [True, True, False, True]
