"""What every room's tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

# A deadline is a timer: on a busy machine it fails tests that are right.
settings.register_profile("quotes", deadline=None)
settings.load_profile("quotes")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference articles and gold that lies beside the checkout; not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("needs the reference articles in ../shared, which are not part of the project")
    return SHARED
