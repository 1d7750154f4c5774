"""The tests' own fence holds."""

import socket
from http.client import HTTPConnection

import pytest


@pytest.mark.parametrize("address", [("93.184.215.14", 80), ("10.0.0.1", 9), ("2620:fe::fe", 53)])
def test_no_connection_leaves_this_machine(address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as sock, pytest.raises(AssertionError, match="reaches for"):
        sock.connect(address)
    with socket.socket(family, socket.SOCK_DGRAM) as sock, pytest.raises(AssertionError, match="reaches for"):
        sock.sendto(b"x", address)


def test_no_name_is_looked_up() -> None:
    with pytest.raises(AssertionError, match=r"asks who quay\.example is"):
        HTTPConnection("quay.example").connect()


def test_this_machine_may_be_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        client.sendall(b"x")
