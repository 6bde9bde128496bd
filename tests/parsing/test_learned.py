"""The model's readings beside the rules: who goes first where they differ, and what is left alone."""

from dataclasses import replace

import pytest

from quotes.document import Document
from quotes.parsing.annotate import annotate
from quotes.parsing.annotated import Annotated, Attribution, Learned
from quotes.parsing.attribution import attribute
from quotes.parsing.frames import build_frames

Span = tuple[int, int]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def read_as(text: str, source: str | None, content: str, sureness: float) -> Annotated:
    """The annotated text with one reading of the model in the place of its own."""
    reading = Learned(span_of(text, source) if source else None, None, (span_of(text, content),), sureness)
    return replace(annotate(Document.of_text(text)), learned=(reading,))


def quoted(annotated: Annotated) -> list[Attribution]:
    found = attribute(annotated, build_frames(annotated))
    return [attribution for attribution in found if attribution.quotations and attribution.mode != "claim"]


def source_of(annotated: Annotated) -> str | None:
    (attribution,) = quoted(annotated)
    return annotated.text[slice(*attribution.source)] if attribution.source else None


BESIDE = "“The mill is old and tired,” Mara Venn said. Tomas Rydel nodded."
LEFT = "The mill, with its “tired old wheels of another time”, was sold by Mara Venn."


def test_what_both_say_is_supported_by_both() -> None:
    (attribution,) = quoted(read_as(BESIDE, "Mara Venn", "The mill is old and tired", 0.7))
    assert (attribution.basis.support, attribution.basis.sureness) == ("both", 0.7)


def test_beside_its_verb_a_quotation_stays_the_rules() -> None:
    annotated = read_as(BESIDE, "Tomas Rydel", "The mill is old and tired", 0.9)
    assert source_of(annotated) == "Mara Venn"
    assert quoted(annotated)[0].basis.support == "against"


def test_without_a_reading_the_rules_stand_alone() -> None:
    annotated = replace(annotate(Document.of_text(BESIDE)), learned=())
    assert [attribution.basis.support for attribution in quoted(annotated)] == ["rules"]


def test_what_the_rules_leave_is_the_models_where_it_is_sure() -> None:
    annotated = read_as(LEFT, "Mara Venn", "tired old wheels of another time", 0.6)
    assert source_of(annotated) == "Mara Venn"
    assert quoted(annotated)[0].basis.support == "model"


@pytest.mark.parametrize(
    ("source", "sureness"),
    [
        pytest.param("Mara Venn", 0.1, id="not sure"),
        pytest.param(None, 0.9, id="nobody"),
        pytest.param("old wheels", 0.9, id="a source inside the words"),
    ],
)
def test_what_the_model_does_not_know_stays_nobodys(source: str | None, sureness: float) -> None:
    assert quoted(read_as(LEFT, source, "tired old wheels of another time", sureness)) == []


def test_a_name_in_marks_needs_a_surer_reading() -> None:
    text = "The play “Long Tired Wheels” was sold by Mara Venn."
    assert quoted(read_as(text, "Mara Venn", "Long Tired Wheels", 0.35)) == []


def test_a_source_loses_its_comma_and_who() -> None:
    text = "The mill, with its “tired old wheels of another time”, was sold by Mara Venn, who left."
    annotated = read_as(text, "Mara Venn, who", "tired old wheels of another time", 0.6)
    assert source_of(annotated) == "Mara Venn"


def test_a_quotation_that_the_reading_hardly_touches_is_not_its() -> None:
    assert quoted(read_as(LEFT, "Mara Venn", "time”, was sold", 0.9)) == []


def test_the_model_does_not_reach_into_another_paragraph() -> None:
    text = "“The mill is old and tired,” her rival, Mara Venn, said.\n\nTomas Rydel nodded."
    assert source_of(read_as(text, "Tomas Rydel", "The mill is old and tired", 0.9)) == "Mara Venn"
