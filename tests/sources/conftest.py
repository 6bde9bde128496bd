"""What the tests of sources share."""

from collections.abc import Iterator

import pytest

from tests.sources.web_server import Site, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def site(server: Site) -> Site:
    """The server without pages and without a past."""
    server.pages.clear()
    server.asked.clear()
    return server
