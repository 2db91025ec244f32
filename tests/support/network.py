"""Tests talk to this machine only: anything else is a mistake, or a secret leaving."""

import socket
from ipaddress import ip_address
from typing import Any

import pytest


class NetworkForbidden(RuntimeError):  # noqa: N818
    """A test tried to reach another machine."""


def stay_home(patch: pytest.MonkeyPatch) -> None:
    """Let sockets connect to loopback addresses and unix sockets, to nothing else."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(self: socket.socket, address: Any) -> None:
        _check(self, address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _check(self, address)
        return connect_ex(self, address)

    patch.setattr(socket.socket, "connect", guarded)
    patch.setattr(socket.socket, "connect_ex", guarded_ex)


def _check(connection: socket.socket, address: Any) -> None:
    if connection.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise NetworkForbidden(f"A test wanted to connect to {address[0]}.")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
