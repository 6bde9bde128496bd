"""Where migrations, data and the model package lie, in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def migrations() -> Path:
    """The folder with Alembic's `env.py` and `versions/`."""
    return _beside_or_inside("alembic")


def data() -> Path:
    """The folder with the sample documents, the demo and the lexicons."""
    return _beside_or_inside("data")


def model_package() -> Path:
    """The folder with the trained Stanza package."""
    return _PACKAGE / "models" / "package"


def _beside_or_inside(name: str) -> Path:
    """The wheel's copy `quotes/_NAME` where there is one, else `NAME` beside the package (a checkout)."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name
