"""What belongs to a package, and whether it is as it was written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.errors import ExitCode, ModelError
from quotes.models.load import load_pipeline
from quotes.models.manifest import FORMAT, MANIFEST, check_files, files_of, write_manifest
from quotes.paths import model_package


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package that ships, to be damaged."""
    return shutil.copytree(model_package(), tmp_path / "package")


def models(package: Path) -> list[Path]:
    return sorted(path for path in (package / "en").rglob("*") if path.is_file())


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def leave_empty(path: Path) -> None:
    path.write_bytes(b"")


def test_the_package_that_ships_is_whole_and_all_of_it_is_listed() -> None:
    package = model_package()
    check_files(package)
    listed = {file.path for file in files_of(package)}
    there = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert listed == there - {MANIFEST}
    assert {file.state(package) for file in files_of(package)} == {"ok"}


@pytest.mark.parametrize(
    ("damage", "state"),
    [
        (flip, "damaged"),
        (cut, "damaged"),
        (leave_empty, "damaged"),
        (Path.unlink, "missing"),
        (replace_by_folder, "unreadable"),
    ],
)
def test_every_damaged_file_is_named(package: Path, damage: Callable[[Path], object], state: str) -> None:
    for model in models(package):
        whole = model.read_bytes()
        damage(model)
        name = model.relative_to(package).as_posix()
        with pytest.raises(ModelError, match=f"{name} is {state}") as caught:
            load_pipeline(package)
        assert caught.value.exit_code == ExitCode.MODEL
        assert "\n" not in str(caught.value)
        if model.is_dir():
            model.rmdir()
        model.write_bytes(whole)
    check_files(package)


def test_weights_that_are_none_are_one_line_even_where_the_checksum_agrees(package: Path) -> None:
    for model in models(package):
        whole = model.read_bytes()
        for content in (b"", b"no model\n" * 99, whole[: len(whole) // 2]):
            model.write_bytes(content)
            write_manifest(package)
            with pytest.raises(ModelError, match="cannot load the language model") as caught:
                load_pipeline(package)
            assert "\n" not in str(caught.value)
        model.write_bytes(whole)


@pytest.mark.parametrize("version", [0, FORMAT + 1, None, "1", [1]])
def test_a_package_of_another_format_is_said(package: Path, version: object) -> None:
    manifest = json.loads((package / MANIFEST).read_text(encoding="utf-8"))
    (package / MANIFEST).write_text(json.dumps({**manifest, "format": version}), encoding="utf-8")
    with pytest.raises(ModelError, match=f"this version of quotes reads {FORMAT}"):
        load_pipeline(package)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 1, "sha256": 5}'])
def test_a_broken_manifest_is_said(package: Path, text: str) -> None:
    (package / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="manifest"):
        load_pipeline(package)


def test_our_models_without_a_manifest_are_not_loaded(package: Path) -> None:
    (package / MANIFEST).unlink()
    with pytest.raises(ModelError, match=r"manifest\.json is missing"):
        load_pipeline(package)


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "en/../../secret"])
def test_a_manifest_names_nothing_outside_its_folder(package: Path, name: str) -> None:
    manifest = {"format": FORMAT, "licence": "", "sha256": {name: "0" * 64}}
    (package / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        files_of(package)


def test_a_package_of_stanza_is_checked_by_its_index(tmp_path: Path) -> None:
    for name in ("combined", "other"):
        file = tmp_path / "en" / "tokenize" / f"{name}.pt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"weights")
    md5 = "63f4f1e9b725370f459720575cd5f953"
    index = {"en": {"tokenize": {"combined": {"md5": md5}, "other": {}}}}
    (tmp_path / "resources.json").write_text(json.dumps(index), encoding="utf-8")
    states = {file.path: file.state(tmp_path) for file in files_of(tmp_path)}
    assert states == {"en/tokenize/combined.pt": "ok", "en/tokenize/other.pt": "unknown"}
    flip(tmp_path / "en" / "tokenize" / "combined.pt")
    assert files_of(tmp_path)[0].state(tmp_path) == "damaged"
    assert files_of(tmp_path)[0].processor == "tokenize"


def test_a_folder_that_is_no_package_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no Stanza package for English"):
        files_of(tmp_path)
    with pytest.raises(ModelError, match="no Stanza package for English"):
        files_of(tmp_path / "nowhere")
