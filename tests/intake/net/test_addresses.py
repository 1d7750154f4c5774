import socket
from ipaddress import ip_address

import pytest

from sayso.errors import InputError
from sayso.intake.net.addresses import is_public, place, split
from tests.intake.net.serving import loopback

OWN = (
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1",
    "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "::ffff:9.9.9.9", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::909:909", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::1", "2001:db8::1", "100::1",
)  # fmt: skip


@pytest.mark.parametrize("address", OWN)
def test_addresses_of_machines_and_networks_of_ones_own_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["9.9.9.9", "93.184.215.14", "2620:fe::fe", "2a00:1450::1"])
def test_addresses_of_anybody_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0/", "http://localhost/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://169.254.169.254/latest/meta-data/",
    ],
)  # fmt: skip
def test_no_spelling_of_an_own_address_passes(url: str) -> None:
    with pytest.raises(InputError, match=r"no public address|no such host"):
        place(url)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "gopher://quay.example/",
        "ftp://quay.example/",
        "//quay.example/",
        "quay.example",
        "javascript:x",
        "",
        "data:,x",
    ],
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(InputError, match="only http and https"):
        split(url)


@pytest.mark.parametrize(
    "url",
    ["http://", "http://a:b@quay.example/", "http://quay.example:99999/", "http://[::1/", "http://quay.example:0/", "https://@/"],
)
def test_web_addresses_that_are_none_are_refused(url: str) -> None:
    with pytest.raises(InputError, match=r"no web address|needs a host"):
        split(url)


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("9.9.9.9", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: found)
    with pytest.raises(InputError, match=r"leads to 10\.0\.0\.1"):
        place("http://quay.example/")


def test_a_path_can_not_break_out_of_its_line() -> None:
    assert place("http://127.0.0.1/a b?x=ä\u2028#part", loopback).path == "/a%20b?x=%C3%A4%E2%80%A8"
    assert place("http://127.0.0.1:81", loopback).named == "127.0.0.1:81"
