from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quotes.errors import ExitCode, ModelError
from quotes.models.load import THREADS, load_pipeline
from quotes.models.manifest import write_manifest
from quotes.paths import model_package

if TYPE_CHECKING:
    from stanza import Pipeline

PACKAGE = model_package()

NEWS = (
    "HALDENPORT - President Mara Venn told reporters in Ostrava on Tuesday that the Ministry of Fisheries "
    "had \u201cno choice.\u201d Her spokesman, Tomas Rydel, didn\u2019t comment.\n\n"
    "\u201cNobody asked us,\u201d said Ilse Okonkwo, who leads the Lake Authority. \u201cWe\u2019ve waited "
    "for years. It can\u2019t go on.\u201d The Venn family\u2019s lawyer paid $4 million."
)


def model_of(package: Path, processor: str) -> Path:
    """The file of a processor of ours."""
    (file,) = (package / "en" / processor).iterdir()
    return file


def sentences(pipeline: Pipeline, text: str) -> list[str]:
    """The sentences of `text` as printed."""
    found = pipeline(text).sentences
    return [text[s.tokens[0].start_char : s.tokens[-1].end_char] for s in found]


def entities(pipeline: Pipeline, text: str) -> set[tuple[str, str]]:
    """The entities of `text` as (words as printed, label)."""
    return {(text[e.start_char : e.end_char], e.type) for e in pipeline(text).ents}


def test_people_places_and_organizations_are_found_without_network(pipeline: Pipeline) -> None:
    found = entities(pipeline, NEWS)
    assert {("Mara Venn", "PERSON"), ("Tomas Rydel", "PERSON"), ("Ilse Okonkwo", "PERSON")} <= found
    assert ("Ostrava", "LOC") in found
    assert ("Lake Authority", "ORG") in found


def test_a_possessive_is_no_part_of_a_name(pipeline: Pipeline) -> None:
    for apostrophe in ("'", "\u2019"):
        text = f"Tomas Rydel{apostrophe}s lawyer spoke to reporters in Haldenport on Monday."
        assert ("Tomas Rydel", "PERSON") in entities(pipeline, text)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("\u201c", "\u201d"), ('"', '"'), ("\u2018", "\u2019")],
    ids=["curly", "straight", "single"],
)
def test_a_sentence_ends_after_its_closing_mark(pipeline: Pipeline, opening: str, closing: str) -> None:
    first = f"{opening}We will stay here,{closing} Ms Venn said."
    second = f"{opening}This is our home.{closing}"
    third = "Her brother left the room."
    assert sentences(pipeline, f"{first} {second} {third}") == [first, second, third]


def test_titles_and_initials_do_not_end_a_sentence(pipeline: Pipeline) -> None:
    text = "Dr. Ilse Okonkwo met Mr. Rydel at the U.S. Embassy. They talked for an hour."
    assert sentences(pipeline, text) == [text[:51], text[52:]]


def test_a_blank_line_ends_a_sentence_and_a_single_line_end_does_not(pipeline: Pipeline) -> None:
    text = "The harbour\nwas closed on Monday\n\nNobody knew why"
    assert sentences(pipeline, text) == ["The harbour\nwas closed on Monday", "Nobody knew why"]


def test_marks_stand_alone_and_tokens_lie_in_order(pipeline: Pipeline) -> None:
    tokens = [token for sentence in pipeline(NEWS).sentences for token in sentence.tokens]
    ends = [0, *(token.end_char for token in tokens)]
    assert all(end <= token.start_char < token.end_char for end, token in zip(ends, tokens, strict=False))
    assert "".join(NEWS[t.start_char : t.end_char] for t in tokens) == "".join(NEWS.split())
    assert sum(NEWS[t.start_char : t.end_char] in {"\u201c", "\u201d"} for t in tokens) == 6


def test_text_without_words_is_no_error(pipeline: Pipeline) -> None:
    assert [len(pipeline(text).sentences) for text in ("", " \n\n\t")] == [0, 0]
    assert not pipeline("\u201c\u201d \u2026 \U0001f600 \u2014").ents


def test_torch_threads_are_set(pipeline: Pipeline) -> None:
    import torch

    assert torch.get_num_threads() == THREADS


def test_a_copied_package_gives_the_same(pipeline: Pipeline, tmp_path: Path) -> None:
    copy = tmp_path / "a folder with spaces" / "modèle"
    shutil.copytree(PACKAGE, copy)
    moved = load_pipeline(copy)
    assert sentences(moved, NEWS) == sentences(pipeline, NEWS)
    assert entities(moved, NEWS) == entities(pipeline, NEWS)


def test_one_processor_can_be_loaded_alone() -> None:
    alone = load_pipeline(processors=["tokenize"])
    assert not alone("Mara Venn left.").ents
    assert len(alone("She left. He stayed.").sentences) == 2


def test_what_a_folder_lacks_is_ours(tmp_path: Path) -> None:
    """As with Stanza's own package, which knows words and entities but no attributions."""
    shutil.copytree(PACKAGE / "en" / "tokenize", tmp_path / "en" / "tokenize")
    index = {"en": {"packages": {"default": {"tokenize": "quotes"}}, "tokenize": {"quotes": {}}}}
    (tmp_path / "resources.json").write_text(json.dumps(index), encoding="utf-8")
    write_manifest(tmp_path)
    document = load_pipeline(tmp_path)(NEWS)
    assert ("Mara Venn", "PERSON") in {(e.text, e.type) for e in document.ents}
    assert "Ilse Okonkwo" in {NEWS[slice(*a.source)][:12] for a in document.attributions if a.source}


@pytest.mark.parametrize(
    "index", [None, "", "{", "[]", "{}", '{"en": 1}', '{"en": {"packages": {}}}', '{"en": {"ner": 5}}']
)
def test_a_folder_that_is_no_package_is_a_model_error(tmp_path: Path, index: str | None) -> None:
    if index is not None:
        (tmp_path / "resources.json").write_text(index, encoding="utf-8")
    with pytest.raises(ModelError, match="no Stanza package"):
        load_pipeline(tmp_path)


@pytest.mark.parametrize("processor", ["tokenize", "encoder", "attribution"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "text", "other"])
def test_broken_weights_are_a_model_error(tmp_path: Path, processor: str, damage: str) -> None:
    shutil.copytree(PACKAGE, tmp_path / "package")
    model = model_of(tmp_path / "package", processor)
    whole = model.read_bytes()
    if damage == "missing":
        model.unlink()
    elif damage == "other":
        shutil.copy(model_of(PACKAGE, "encoder" if processor == "tokenize" else "tokenize"), model)
    else:
        contents = {"empty": b"", "cut": whole[: len(whole) // 2], "text": b"not a model\n" * 99}
        model.write_bytes(contents[damage])
    with pytest.raises(ModelError, match="cannot load the language model") as caught:
        load_pipeline(tmp_path / "package")
    assert caught.value.exit_code == ExitCode.MODEL
    assert "\n" not in str(caught.value)


def test_weights_hold_no_code_and_no_paths() -> None:
    import torch

    for model in PACKAGE.rglob("*.pt"):
        stored = torch.load(model, map_location="cpu", weights_only=True)
        assert set(stored) == {"format", "shape", "state", "vocabulary"}
        assert {value.dtype for value in stored["state"].values()} <= {torch.float16, torch.int64}


def test_the_package_is_small() -> None:
    assert sum(file.stat().st_size for file in PACKAGE.rglob("*")) < 60_000_000
