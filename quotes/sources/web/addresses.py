"""Which network addresses may be connected to: public ones, and nothing inside this machine or its networks.

After the IANA special-purpose registries of IPv4 and IPv6 (RFC 6890) and their later entries.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_REFUSED_4 = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a provider"),  # RFC 6598; a cloud's metadata too
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "cloud metadata"),  # public by its number, answered by the host of a cloud
        ("169.254.169.254/32", "cloud metadata"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "reserved"),
        ("192.52.193.0/24", "reserved"),
        ("192.88.99.0/24", "reserved"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "reserved"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_REFUSED_6 = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("fd00:ec2::254/128", "cloud metadata"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
        ("2001:db8::/32", "documentation"),
        ("2001::/23", "reserved"),  # Teredo, benchmarking, ORCHID: no web sites
        ("2002::/16", "6to4"),
        ("3fff::/20", "documentation"),
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
"""The only part of IPv6 that is given out for public use."""
_NAT64 = IPv6Network("64:ff9b::/96")
"""How a network without IPv4 reaches the IPv4 address in the last 32 bits (RFC 6052)."""


def refusal(address: str) -> str | None:
    """Why the numeric IPv4 or IPv6 `address` is not connected to ("loopback"); None for a public one.

    Raises ValueError for what is no address.
    """
    ip = ip_address(address)
    return _refusal_4(ip) if isinstance(ip, IPv4Address) else _refusal_6(ip)


def no_refusal(address: str) -> None:
    """Let every address through, for those who mean it."""


def _refusal_4(ip: IPv4Address) -> str | None:
    named = next((what for network, what in _REFUSED_4 if ip in network), None)
    return named or (None if ip.is_global else "reserved")


def _refusal_6(ip: IPv6Address) -> str | None:
    if ip in _NAT64:
        inside = _refusal_4(IPv4Address(int(ip) & 0xFFFF_FFFF))
        return f"NAT64 of {inside}" if inside else None
    named = next((what for network, what in _REFUSED_6 if ip in network), None)
    return named or (None if ip in _GLOBAL_6 and ip.is_global else "reserved")
