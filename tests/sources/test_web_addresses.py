"""Which addresses may be connected to, in whatever form they are written."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import SourceError
from quotes.sources.web.addresses import refusal
from quotes.sources.web.connecting import resolved
from quotes.sources.web.fetching import fetch

INSIDE_4 = (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 224.0.0.0/4 "
    "240.0.0.0/4 198.18.0.0/15 192.0.2.0/24 198.51.100.0/24 203.0.113.0/24"
).split()
INSIDE_6 = "::/96 ::1/128 ::ffff:0:0/96 fc00::/7 fe80::/10 fec0::/10 ff00::/8 2001:db8::/32 2002::/16".split()


@st.composite
def inside_4(draw: st.DrawFn) -> IPv4Address:
    network = ipaddress.IPv4Network(draw(st.sampled_from(INSIDE_4)))
    return network[draw(st.integers(0, network.num_addresses - 1))]


@st.composite
def inside_6(draw: st.DrawFn) -> IPv6Address:
    network = IPv6Network(draw(st.sampled_from(INSIDE_6)))
    return network[draw(st.integers(0, network.num_addresses - 1))]


def spellings(ip: IPv4Address) -> list[str]:
    """The forms that resolvers take for one IPv4 address."""
    a, b, c, d = ip.packed
    number = int(ip)
    return [
        str(ip),
        str(number),
        hex(number),
        f"0{number:o}",
        f"{a}.{number & 0xFFFFFF}",
        f"{a}.{b}.{number & 0xFFFF}",
        f"{a:#x}.{b:#x}.{c:#x}.{d:#x}",
        f"0{a:o}.0{b:o}.0{c:o}.0{d:o}",
        f"{a:#x}.0{b:o}.{number & 0xFFFF}",
    ]


@given(inside_4())
def test_no_address_inside_is_let_through_in_any_spelling(ip: IPv4Address) -> None:
    for host in spellings(ip):
        addresses = resolved(host, 80)
        assert addresses
        assert all(refusal(address) for address in addresses), host


@given(inside_4())
def test_no_inside_ipv4_address_is_let_through_in_an_ipv6_one(ip: IPv4Address) -> None:
    number = int(ip)
    forms = [
        IPv6Address(number),
        IPv6Address(0xFFFF << 32 | number),
        IPv6Address(int(IPv6Address("64:ff9b::")) | number),
        IPv6Address(int(IPv6Address("64:ff9b:1::")) | number),
        IPv6Address(0x2002 << 112 | number << 80),
        IPv6Address(int(IPv6Address("2001::")) | number ^ 0xFFFF_FFFF),
    ]
    for form in forms:
        assert refusal(str(form)), form
        assert refusal(form.exploded), form


@given(inside_6())
def test_no_inside_ipv6_address_is_let_through(ip: IPv6Address) -> None:
    assert refusal(str(ip))
    assert refusal(ip.exploded)
    assert refusal(f"{ip}%eth0")


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_whatever_is_let_through_is_global_unicast(ip: IPv6Address) -> None:
    if refusal(str(ip)) is None:
        assert ip.is_global
        assert not ip.is_multicast


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_no_ipv4_address_that_python_calls_private_is_let_through(ip: IPv4Address) -> None:
    if ip.is_private or ip.is_multicast or ip.is_reserved or ip.is_link_local:
        assert refusal(str(ip))


@pytest.mark.parametrize(
    "address",
    (
        "93.184.216.34 9.255.255.255 11.0.0.0 172.15.255.255 172.32.0.1 100.63.255.255 1.1.1.1 "
        "2606:4700::6810:84e5 2a00:1450:4001:80b::200e 64:ff9b::5db8:d822"
    ).split(),
)
def test_public_addresses_are_let_through(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("169.254.169.254", "cloud metadata"),
        ("fd00:ec2::254", "cloud metadata"),
        ("168.63.129.16", "cloud metadata"),
        ("100.100.100.200", "shared by a provider"),
        ("127.0.0.1", "loopback"),
        ("::1", "loopback"),
        ("::", "unspecified"),
        ("255.255.255.255", "reserved"),
        ("64:ff9b::a9fe:a9fe", "NAT64 of cloud metadata"),
    ],
)
def test_a_refusal_says_what_the_address_is(address: str, kind: str) -> None:
    assert refusal(address) == kind


@pytest.mark.parametrize(
    "host",
    (
        "127.0.0.1 2130706433 0x7f.1 0177.1 127.1 [::1] [::ffff:127.0.0.1] localhost LOCALHOST 0 10.1 "
        "169.254.169.254 [fd00:ec2::254] [fe80::1]"
    ).split(),
)
def test_a_page_inside_is_refused_in_one_line(host: str) -> None:
    with pytest.raises(SourceError, match=r"not a public address: .*--allow-private") as refused:
        fetch(f"http://{host}/latest")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("host", ["%31%32%37.0.0.1", "0177.0.0.1", "１２７.0.0.1", "[::1", "127.0.0.1:0"])
def test_an_address_in_disguise_is_no_host(host: str) -> None:
    with pytest.raises(SourceError):
        fetch(f"http://{host}/")


def test_the_systems_resolver_is_asked_once_for_all_addresses() -> None:
    assert set(resolved("localhost", 80)) <= {"127.0.0.1", "::1"}
    with pytest.raises(socket.gaierror):
        resolved("nowhere.invalid", 80)
