"""What is said of a visitor's browser: enough to recognise one's own, too little to follow anybody."""

import re
from ipaddress import ip_address, ip_network

from flask import request

BROWSERS = (
    ("Firefox", "Firefox"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def name() -> str | None:
    """Return the browser and the system, as their own words allow, such as “Firefox, Linux”."""
    agent = request.user_agent.string
    found = [_first(agent, BROWSERS), _first(agent, SYSTEMS)]
    return ", ".join(word for word in found if word) or None


def network() -> str | None:
    """Return the visitor's address without its last part: /24 of IPv4, /48 of IPv6."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return None
    return str(ip_network(f"{address}/{24 if address.version == 4 else 48}", strict=False))


def _first(agent: str, known: tuple[tuple[str, str], ...]) -> str | None:
    return next((shown for sign, shown in known if re.search(re.escape(sign), agent)), None)
