"""Settings, and where each comes from: an option wins over the environment, which wins over the default."""

import getpass
import json
import os
from collections.abc import Callable
from pathlib import Path

from quotes import paths
from quotes.errors import UsageError

DATABASE_VARIABLE = "QUOTES_DB"
DATABASE_FILE = "quotes.db"
MODELS_VARIABLE = "QUOTES_MODELS"
OWN_MODELS = "quotes"
OFFICIAL_MODELS = "official"
GOLD_VARIABLE = "QUOTES_GOLD"
USER_VARIABLE = "QUOTES_USER"
USER_NAME = "user.name"
_SETTINGS_FILE = "settings.json"


def library_url(option: str | None = None) -> str:
    """The SQLAlchemy URL of the library: `option` (--db), else QUOTES_DB, else a file in the data folder.

    A value without "://" is the path of a SQLite file ("~" is the home folder). Raises UsageError
    for one that cannot be a path.
    """
    if option is not None:
        return _url(option, "--db")
    named = os.environ.get(DATABASE_VARIABLE)
    if named:
        return _url(named, DATABASE_VARIABLE)
    return _url(str(data_folder() / DATABASE_FILE), "the data folder")


def models() -> str:
    """Which models annotate: "quotes", "official", or the path of a folder with a Stanza package.

    QUOTES_MODELS, else what `choose_models` wrote, else our own. Raises UsageError for broken settings.
    """
    return in_force("models")[0]


def models_folder(name: str | None = None) -> Path:
    """The folder of the models that annotate, or of those with this name. Raises UsageError as `models`."""
    chosen = name or models()
    if chosen == OWN_MODELS:
        return paths.model_package()
    return official_folder() if chosen == OFFICIAL_MODELS else Path(chosen).expanduser()


def official_folder() -> Path:
    """Where Stanza's official package is kept once it was downloaded."""
    return data_folder() / "stanza"


def data_folder() -> Path:
    """The folder of the usual library and of what is downloaded."""
    from platformdirs import user_data_path  # not where QUOTES_DB or --db names the library

    return user_data_path("quotes", appauthor=False)


def user() -> str:
    """Who decides: QUOTES_USER, else the setting user.name, else the login's name ("somebody" without)."""
    return in_force(USER_NAME)[0]


def in_force(name: str) -> tuple[str, str]:
    """The value of a setting of `NAMES`, and where it comes from. Raises UsageError for broken settings."""
    variable, default = NAMES[name]
    if named := os.environ.get(variable, "").strip():
        return named, variable
    if written := _settings().get(name, "").strip():
        return written, str(_settings_file())
    return default(), "by default"


def choose_models(name: str) -> Path:
    """Write down that `name` annotates from now on; returns the file it was written to."""
    return change("models", name)


def change(name: str, value: str) -> Path:
    """Write down a setting; returns the file it was written to."""
    file = _settings_file()
    settings = {**_settings(), name: value}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    return file


def gold_folders() -> list[Path]:
    """The folders below which gold is looked for: QUOTES_GOLD, else `../shared` beside a checkout."""
    named = os.environ.get(GOLD_VARIABLE)
    if named is None:
        return [paths.data().parent.parent / "shared"]
    return [Path(part).expanduser() for part in named.split(os.pathsep) if part.strip()]


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # neither an environment variable nor an entry among the accounts
        return "somebody"


NAMES: dict[str, tuple[str, Callable[[], str]]] = {
    USER_NAME: (USER_VARIABLE, _login),
    "models": (MODELS_VARIABLE, lambda: OWN_MODELS),
}
"""The settings: the environment variable that wins over each, and what it is where nobody set it."""


def _settings_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("quotes", appauthor=False) / _SETTINGS_FILE


def _settings() -> dict[str, str]:
    file = _settings_file()
    try:
        settings = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"the settings cannot be read: {file}: {error}") from error
    if not isinstance(settings, dict) or not all(isinstance(value, str) for value in settings.values()):
        raise UsageError(f"the settings cannot be read: {file} is to hold names and values")
    return settings


def _url(value: str, origin: str) -> str:
    if "://" in value:
        return value
    if not value.strip() or "?" in value or "\0" in value:
        # A URL has no way to write "?" inside the path of a SQLite file.
        raise UsageError(f"{origin} names no database: {value!r} (give a file path or a database URL)")
    try:
        path = Path(value).expanduser().absolute()
    except RuntimeError as error:
        raise UsageError(f"{origin} names no database: {value!r} ({error})") from error
    return f"sqlite:///{path.as_posix()}"
