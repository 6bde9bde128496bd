"""The manifest of our package: which files belong to it, in which format, with which checksums.

Every load compares the checksums: torch reads weights with a flipped byte without a word. SHA-256 takes
0.06 seconds for 45 MB, where loading takes seconds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from quotes.errors import ModelError

MANIFEST = "manifest.json"
INDEX = "resources.json"
LANGUAGE = "en"
FORMAT = 1
"""Goes up when this version of the program could no longer use a package that was written before."""
LICENCE = "Apache-2.0, MODEL_CARD.md"
NAME_DIGITS = 12
"""Of a checksum, what tells one package from another."""
REPAIR = "reinstall quotes, or name another Stanza package"

State = Literal["ok", "damaged", "missing", "unreadable", "unknown"]


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a package: its place below the folder, its digest as (algorithm, hexadecimal), if known."""

    path: str
    digest: tuple[str, str] | None
    licence: str

    @property
    def processor(self) -> str:
        """What it belongs to: `en/PROCESSOR/NAME`; the index belongs to all."""
        parts = Path(self.path).parts
        return parts[1] if len(parts) > 2 else "all"

    def state(self, folder: Path) -> State:
        """What its checksum says, read from the disk. "unknown": there is none to compare."""
        try:
            with (folder / self.path).open("rb") as file:
                algorithm = self.digest[0] if self.digest else "sha256"
                found = hashlib.file_digest(file, algorithm).hexdigest()
        except FileNotFoundError:
            return "missing"
        except OSError:
            return "unreadable"
        if self.digest is None:
            return "unknown"
        return "ok" if found == self.digest[1] else "damaged"


def write_manifest(folder: Path) -> None:
    """Write down the checksums of the index and of every model below `folder`, as they are now."""
    files = [folder / INDEX, *sorted(path for path in (folder / LANGUAGE).rglob("*") if path.is_file())]
    sums = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
    manifest = {"format": FORMAT, "licence": LICENCE, "sha256": sums}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def files_of(folder: Path) -> list[ModelFile]:
    """The files that belong to the package in `folder`: ours by its manifest, Stanza's own by its index.

    Raises:
        ModelError: there is no package, its manifest cannot be read, or it is of another format.
    """
    if not (folder / MANIFEST).exists():
        return list(_of_index(folder))
    manifest = _read(folder, MANIFEST)
    version = manifest.get("format")
    if version != FORMAT:
        raise ModelError(
            f"cannot load the language model in {folder} (its format is {version!r}, "
            f"this version of quotes reads {FORMAT}); {REPAIR}"
        )
    sums = manifest.get("sha256")
    if not isinstance(sums, dict) or not all(_is_inside(name) for name in sums):
        raise ModelError(f"cannot load the language model in {folder} ({MANIFEST} is damaged); {REPAIR}")
    licence = str(manifest.get("licence"))
    return [ModelFile(name, ("sha256", str(found)), licence) for name, found in sums.items()]


def package_name(folder: Path) -> str:
    """What the package in `folder` is told by from another: whose it is, and the beginning of the SHA-256 of
    its manifest (of Stanza's index), which names every file of it with its checksum.

    Raises ModelError where there is no package.
    """
    own = (folder / MANIFEST).exists()
    try:
        digest = hashlib.sha256((folder / (MANIFEST if own else INDEX)).read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"no Stanza package for English in {folder} ({INDEX} is missing)") from error
    return f"{'quotes' if own else 'stanza'} {digest[:NAME_DIGITS]}"


def check_files(folder: Path) -> None:
    """Raises ModelError, naming the file, where one of our package in `folder` is not as it was written."""
    if not (folder / MANIFEST).exists():
        raise ModelError(f"cannot load the language model in {folder} ({MANIFEST} is missing); {REPAIR}")
    for file in files_of(folder):
        state = file.state(folder)
        if state != "ok":
            raise ModelError(f"cannot load the language model in {folder} ({file.path} is {state}); {REPAIR}")


def _of_index(folder: Path) -> Iterator[ModelFile]:
    """What lies below the folder, with the MD5 that Stanza's index gives for it."""
    models = _read(folder, INDEX).get(LANGUAGE)
    for path in sorted(path for path in (folder / LANGUAGE).rglob("*.pt") if path.is_file()):
        processor = models.get(path.parent.name) if isinstance(models, dict) else None
        model = processor.get(path.stem) if isinstance(processor, dict) else None
        md5 = model.get("md5") if isinstance(model, dict) else None
        name = path.relative_to(folder).as_posix()
        yield ModelFile(name, ("md5", str(md5)) if md5 else None, "that of its publisher")


def _read(folder: Path, name: str) -> dict[str, Any]:
    try:
        found = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = "is missing" if isinstance(error, FileNotFoundError) else "is damaged"
        raise ModelError(f"no Stanza package for English in {folder} ({name} {reason})") from error
    if not isinstance(found, dict):
        raise ModelError(f"no Stanza package for English in {folder} ({name} is damaged)")
    return found


def _is_inside(name: object) -> bool:
    """Whether a name of the manifest stays in the package's folder."""
    return isinstance(name, str) and not Path(name).is_absolute() and ".." not in Path(name).parts
