"""The recipe from archives to a package that loads, on a handful of invented articles."""

from __future__ import annotations

import io
import json
import logging
import tarfile
from pathlib import Path

import pytest

from quotes.models.load import load_pipeline
from quotes.models.recipe.__main__ import main
from quotes.models.recipe.newswire import split_of

STORY = "Mara Venn met Tomas Rydel in Haldenport . \u201c It is cold , \u201d she said ."
TAGS = ["B-Person", "I-Person", "O", "B-Person", "I-Person", "O", "B-Location", *["O"] * 10]
KEPT_OUT = "harbour_secret"


def conllu(sentences: int) -> str:
    """A treebank of one document that says the same again and again."""
    rows = [f"{n}\t{word}" + "\t_" * 8 for n, word in enumerate(STORY.split(), 1)]
    return "# newdoc id = harbour\n" + ("# newpar\n" + "\n".join(rows) + "\n\n") * sentences


def archive(path: Path, files: dict[str, str]) -> None:
    """Write a .tar.xz of text files."""
    with tarfile.open(path, "w:xz") as tar:
        for name, text in files.items():
            content = text.encode()
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    treebanks = {f"en_harbour-{part}.conllu": conllu(8) for part in ("train", "dev", "test")}
    archive(tmp_path / "treebanks.tar.xz", treebanks)
    columns = "https://harbour.example\tO\n\n" + "\n".join(
        f"{word}\t{tag}" for word, tag in zip(STORY.split(), TAGS, strict=True)
    )
    names = [f"harbour_{n}" for n in range(60)] + [KEPT_OUT]
    assert {split_of(name) for name in names} == {"train", "dev", "test"}
    files = {f"articles/{name}.txt": f"https://harbour.example\r\n\r\n{STORY}\r\n" for name in names}
    archive(tmp_path / "worldwide-newswire.tar.xz", files | {f"ner/{n}.txt.tsv": columns for n in names})
    for folder in ("dev", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "dev" / f"{KEPT_OUT}.txt").write_text("The mayor of another town spoke.", encoding="utf-8")
    (tmp_path / "seeds" / "seed.txt").write_text("Nothing happened in Ostrava today.", encoding="utf-8")
    return tmp_path


def test_the_recipe_makes_a_package_that_loads(corpora: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "quotes.recipe")
    arguments = [
        "--tokenizer-steps=2",
        "--tagger-steps=2",
        "--settling-steps=2",
        f"--corpora={corpora}",
        f"--seeds={corpora / 'seeds'}",
    ]
    arguments += [
        f"--gold-dev={corpora / 'dev'}",
        f"--work={corpora / 'work'}",
        f"--out={corpora / 'package'}",
    ]
    assert main(arguments) == 0
    assert KEPT_OUT in caplog.text
    trained = json.loads((corpora / "work" / "ner.train.json").read_text(encoding="utf-8"))
    assert "B-PERSON" in {row["ner"] for sentence in trained for row in sentence}
    assert load_pipeline(corpora / "package")("Mara Venn left.").num_tokens > 0

    caplog.clear()
    assert main(arguments) == 0
    assert caplog.text.count("already done") == 5
