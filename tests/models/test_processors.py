"""The processors in Stanza's own pipeline: what they set, and that a text reads the same in any company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import stanza
import torch
from stanza import Document

from quotes.models.network.pieces import WINDOW
from quotes.models.network.quantized import QuantizedLinear
from quotes.models.processors import register
from quotes.paths import model_package

if TYPE_CHECKING:
    from stanza import Pipeline

NEWS = (
    "President Mara Venn told reporters on Tuesday that the Ministry of Fisheries had no "
    "choice. Her spokesman, Tomas Rydel, did not comment.\n\n"
    "\u201cNobody asked us,\u201d said Ilse Okonkwo, who leads the Lake Authority. "
    "\u201cWe have waited for years.\u201d"
)
LONG = "\n\n".join(f"Mara Venn said on Monday that boat {number} was late again." for number in range(80))


@pytest.fixture(scope="module")
def own() -> Pipeline:
    """Loaded just as the documentation says."""
    register()
    return stanza.Pipeline(
        "en",
        dir=str(model_package()),
        processors="tokenize,encoder,attribution",
        download_method=None,
        logging_level="CRITICAL",
    )


def attributions(pipeline: Pipeline, text: str) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of each attribution, as printed."""
    return [
        (
            text[slice(*found.source)] if found.source else "",
            text[slice(*found.cue)] if found.cue else "",
            [text[slice(*content)] for content in found.contents],
        )
        for found in pipeline(text).attributions
    ]


def test_attributions_say_who_said_what_by_which_words(own: Pipeline) -> None:
    found = attributions(own, NEWS)
    assert (found[0][0], found[0][1].split()[0]) == ("President Mara Venn", "told")
    assert found[0][2][0].endswith("the Ministry of Fisheries had no choice")
    assert any(cue == "said" and "Nobody asked us" in contents[0] for _, cue, contents in found)


def test_what_one_verb_reports_on_both_sides_is_one_attribution(own: Pipeline) -> None:
    (together,) = [contents for _, _, contents in attributions(own, NEWS) if "Nobody" in contents[0]]
    assert len(together) == 2
    assert "waited for years" in together[1]


def test_entities_stand_on_tokens_and_in_the_document(own: Pipeline) -> None:
    document = own(NEWS)
    assert {"Mara Venn", "Tomas Rydel", "Ilse Okonkwo"} <= {
        e.text for e in document.ents if e.type == "PERSON"
    }
    tags = {token.text: token.ner for sentence in document.sentences for token in sentence.tokens}
    assert (tags["Mara"], tags["Venn"], tags["asked"]) == ("B-PERSON", "E-PERSON", "O")


def test_every_place_lies_in_the_text(own: Pipeline) -> None:
    for text in (NEWS, LONG):
        for found in own(text).attributions:
            spans = [
                *([found.source] if found.source else []),
                *([found.cue] if found.cue else []),
                *found.contents,
            ]
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(text[start:end] == text[start:end].strip() for start, end in spans)
            assert 0 < found.sureness <= 1


def test_a_text_of_many_windows_is_read_to_its_end(own: Pipeline) -> None:
    assert len(LONG.split()) > 2 * WINDOW
    found = attributions(own, LONG)
    assert {f"that boat {number} was late again" for number in range(80)} <= {
        c for _, _, cs in found for c in cs
    }


def test_a_text_reads_the_same_alone_and_in_any_batch(own: Pipeline) -> None:
    texts = [NEWS, LONG, "Nothing.", LONG[:700], NEWS[::-1]]
    batch = own.bulk_process([Document([], text=text) for text in texts])
    for text, document in zip(texts, batch, strict=True):
        alone = own(text)
        assert document.attributions == alone.attributions
        assert [(e.text, e.type) for e in document.ents] == [(e.text, e.type) for e in alone.ents]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\u200b", "\u201c\u201d", "a" * 5000, "( " * 3000, "\u201cx\u201d " * 2000]
)
def test_odd_texts_are_no_error(own: Pipeline, text: str) -> None:
    assert isinstance(own(text).attributions, list)


def test_integers_give_nearly_what_floats_give() -> None:
    torch.manual_seed(5)
    linear, states = torch.nn.Linear(48, 96), torch.randn(7, 48)
    with torch.no_grad():
        exact, quick = linear(states), QuantizedLinear(linear)(states)
    assert (exact - quick).abs().max() < 0.05 * exact.abs().max()
