"""Where the library is, and who says so; where the parts of an installation lie."""

from pathlib import Path

import pytest

from quotes import paths
from quotes.errors import UsageError
from quotes.settings import library_url


def test_the_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUOTES_DB", str(tmp_path / "environment.db"))

    assert library_url(str(tmp_path / "option.db")) == f"sqlite:///{tmp_path.as_posix()}/option.db"
    assert library_url() == f"sqlite:///{tmp_path.as_posix()}/environment.db"


@pytest.mark.parametrize("value", [None, ""])
def test_without_either_it_lies_in_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str | None
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    if value is None:
        monkeypatch.delenv("QUOTES_DB", raising=False)
    else:
        monkeypatch.setenv("QUOTES_DB", value)

    url = library_url()

    assert url.startswith("sqlite:///")
    assert url.endswith("/quotes/quotes.db")


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://desk@db/quotes", "sqlite://", "sqlite:////srv/quotes.db"]
)
def test_a_database_url_is_taken_as_it_is(url: str) -> None:
    assert library_url(url) == url


def test_a_relative_path_is_anchored_where_the_user_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    assert library_url("my notes.db") == f"sqlite:///{Path.cwd().as_posix()}/my notes.db"


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert library_url("~/desk.db") == f"sqlite:///{tmp_path.as_posix()}/desk.db"


@pytest.mark.parametrize("value", ["", "  ", "what?.db", "nul\0.db", "~nobody-of-that-name/quotes.db"])
def test_what_cannot_be_a_path_is_refused_by_the_name_of_its_setting(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    with pytest.raises(UsageError, match="--db names no database"):
        library_url(value)


def test_the_environment_is_named_where_it_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DB", "a?b")

    with pytest.raises(UsageError, match="QUOTES_DB names no database"):
        library_url()


def test_a_checkout_finds_its_folders_beside_the_package() -> None:
    assert (paths.migrations() / "env.py").is_file()
    assert paths.data().is_dir()
    assert paths.model_package().is_dir()


def test_a_wheel_finds_its_copies_inside_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "quotes"
    for name in ("_alembic", "_data"):
        (package / name).mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)

    assert paths.migrations() == package / "_alembic"
    assert paths.data() == package / "_data"
    assert paths.model_package() == package / "models" / "package"
