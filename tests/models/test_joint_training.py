"""Training the joint model on invented articles: gold finds its words, training resumes and repeats."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from quotes.models.network.encoder import Shape
from quotes.models.network.joint import ENTITY_TYPES, ROLES, JointModel, bio
from quotes.models.network.pieces import Window, read_words
from quotes.models.network.reading import read_windows
from quotes.models.network.weights import fill, read_weights, write_weights
from quotes.models.recipe.batches import IGNORED, collate
from quotes.models.recipe.examples import attribution_example, covered, entity_example
from quotes.models.recipe.joint import CHECKPOINT, train_joint
from quotes.models.recipe.newswire import EntityParagraph
from quotes.models.recipe.polnear import first_annotators, read_brat
from quotes.statement import AttributionSpans

STORY = "Mara Venn said the ferry is late. “It is cold,” she added.\n\nTomas Rydel denied it."
BRAT = """T1\tSource 0 9\tMara Venn
T2\tCue 10 14\tsaid
T3\tContent 15 32\tthe ferry is late
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3

#1\tAnnotatorNotes T3\tTwo lines
T5\tContent 34 47;61 63\t“It is cold,” To
T6\tCue 52 57\tadded
E2\tAttribution:T6 Cue:T6 Content1:T5
E3\tAttribution:T4 Cue:T2
"""
SMALL = Shape(vocabulary=700, hidden=24, layers=1, heads=2, inner=32, positions=300)


def test_brat_gives_the_attributions_that_have_a_content() -> None:
    assert list(read_brat(BRAT)) == [
        AttributionSpans(((0, 9),), ((10, 14),), ((15, 32),)),
        AttributionSpans((), ((52, 57),), ((34, 47), (61, 63))),
    ]


def test_of_two_annotators_the_first_is_taken() -> None:
    files = ["post_2016_b_d473.ann", "post_2016_b_4b22.ann", "post_2016_a_ef2d.ann", "notes.txt"]
    assert first_annotators(files) == {
        "post_2016_a": "post_2016_a_ef2d.ann",
        "post_2016_b": "post_2016_b_4b22.ann",
    }


def test_gold_spans_find_their_words(tokenizer: Tokenizer) -> None:
    example = attribution_example(STORY, list(read_brat(BRAT))[:1], tokenizer)
    words = [STORY[slice(*span)] for span in example.words.spans]
    names = bio(ROLES)
    assert [(word, names[label]) for word, label in zip(words, example.labels, strict=True) if label] == [
        ("Mara", "B-source"),
        ("Venn", "I-source"),
        ("said", "B-cue"),
        ("the", "B-content"),
        ("ferry", "I-content"),
        ("is", "I-content"),
        ("late", "I-content"),
    ]
    assert {example.to_source[words.index(word)] for word in ("said", "the", "late")} == {0}
    assert {example.to_cue[words.index(word)] for word in ("the", "late")} == {2}
    assert example.to_cue[words.index("she")] == example.to_source[words.index("Mara")] == -1


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 9, ["Mara", "Venn"]), (1, 2, ["Mara"]), (4, 5, []), (9, 10, []), (len(STORY), len(STORY), [])],
)
def test_words_that_a_span_covers(tokenizer: Tokenizer, start: int, end: int, expected: list[str]) -> None:
    words = read_words(STORY, tokenizer)
    assert [STORY[slice(*words.spans[word])] for word in covered(words, start, end)] == expected


def test_a_batch_starts_no_span_inside_and_links_inside_its_window(tokenizer: Tokenizer) -> None:
    example = attribution_example(STORY, list(read_brat(BRAT))[:1], tokenizer)
    whole, cut = Window(0, 8), Window(1, 8)
    batch = collate([(example, whole), (example, cut)])
    names = bio(ROLES)
    assert [names[label] for label in batch.labels[1, :2]] == ["B-source", "B-cue"]
    assert batch.to_source is not None
    said = 2
    assert batch.to_source[0, said] == 1
    assert batch.to_source[1, said - 1] == 0  # its source begins before the window
    assert batch.to_source[0, 0] == IGNORED
    assert batch.words.sum(1).tolist() == [8, 7]
    assert not bool(batch.present[1, -1])


def trained(tokenizer: Tokenizer, work: Path, steps: int) -> JointModel:

    torch.manual_seed(7)
    attributed = [attribution_example(STORY * 3, list(read_brat(BRAT))[:1], tokenizer) for _ in range(16)]
    paragraph = EntityParagraph(STORY[:33], [(0, 9, "PERSON")])
    tagged = [entity_example([paragraph] * 3, tokenizer) for _ in range(16)]
    return train_joint(JointModel(SMALL), attributed, tagged, work, steps)


def test_training_resumes_where_it_was_interrupted(
    tokenizer: Tokenizer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "quotes.recipe")
    trained(tokenizer, tmp_path, 3)
    assert torch.load(tmp_path / CHECKPOINT, weights_only=True)["step"] == 3
    trained(tokenizer, tmp_path, 5)
    assert "going on from step 3" in caplog.text
    assert torch.load(tmp_path / CHECKPOINT, weights_only=True)["step"] == 5


def test_training_is_the_same_for_the_same_seed(tokenizer: Tokenizer, tmp_path: Path) -> None:
    one, two = (trained(tokenizer, tmp_path / name, 4) for name in "ab")
    for left, right in zip(one.state_dict().values(), two.state_dict().values(), strict=True):
        assert torch.equal(left, right)


def test_weights_come_back_as_they_were_written(tokenizer: Tokenizer, tmp_path: Path) -> None:
    torch.manual_seed(7)
    model = JointModel(SMALL)
    write_weights(tmp_path / "en" / "encoder.pt", SMALL, model.tagger, tokenizer.to_str())
    stored = read_weights(str(tmp_path / "en" / "encoder.pt"))
    again = JointModel(stored.shape)
    fill(again.tagger, stored.state)
    words = read_words(STORY, Tokenizer.from_str(stored.vocabulary))
    model.eval()
    for left, right in zip(
        read_windows(model.tagger.encoder, words), read_windows(again.tagger.encoder, words), strict=True
    ):
        assert torch.allclose(left.states, right.states, atol=0.01)


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    torch.save({"format": 99}, tmp_path / "other.pt")
    with pytest.raises(ValueError, match="not of format"):
        read_weights(str(tmp_path / "other.pt"))


def test_every_entity_label_has_a_place() -> None:
    assert bio(ENTITY_TYPES)[0] == "O"
