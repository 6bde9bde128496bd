from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.models.recipe.exclusion import LIMIT, KeptOut, shingles
from quotes.models.recipe.newswire import align, split_of
from quotes.models.recipe.restyle import has_marks, restyle
from quotes.models.recipe.treebank import Paragraph, Word, labelled, read_conllu

CONLLU = """# newdoc id = harbour
# newpar
# text = "Rydel didn't go."
1\t"\t_\t_\t``\t_\t_\t_\t_\tSpaceAfter=No
2\tRydel\t_\t_\tNNP\t_\t_\t_\t_\t_
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\t_\t_\tVBD\t_\t_\t_\t_\t_
4\tn't\t_\t_\tRB\t_\t_\t_\t_\t_
5\tgo\t_\t_\tVB\t_\t_\t_\t_\tSpaceAfter=No
5.1\tgone\t_\t_\tVB\t_\t_\t_\t_\t_
6\t.\t_\t_\t.\t_\t_\t_\t_\tSpaceAfter=No
7\t"\t_\t_\t''\t_\t_\t_\t_\t_

# text = He left.
1\tHe\t_\t_\tPRP\t_\t_\t_\t_\t_
2\tleft\t_\t_\tVBD\t_\t_\t_\t_\tSpaceAfter=No
3\t.\t_\t_\t.\t_\t_\t_\t_\t_

# newpar
# text = Gone
1\tGone\t_\t_\tVBN\t_\t_\t_\t_\t_
"""

COLUMNS = """https://harbour.example/1\tO

Mara\tB-Person
Venn\tI-Person
\u2019\tO
s\tO
Lake\tB-Organization\tB-Location
Authority\tI-Organization
met\tO
Rydel\tB-Person
Okonkwo\tB-Person

This\tO
paragraph\tO
is\tO
damaged\tO
"""
ARTICLE = "\r\n\r\n".join(
    [
        "https://harbour.example/1",
        "Mara Venn\u2019s Lake Authority met Rydel Okonkwo",
        "This paragraf is damaged",
    ]
)


def test_treebank_words_become_text_with_a_label_on_every_character() -> None:
    (document,) = read_conllu(CONLLU)
    text, labels = labelled(document.paragraphs[0])
    assert text == '"Rydel didn\'t go." He left.'
    assert labels == "1 00001 0 001 001 0 01 1 2 0 01 0 0001 2".replace(" ", "")
    assert cut(text, labels) == [['"', "Rydel", "did", "n't", "go", ".", '"'], ["He", "left", "."]]
    assert document.text.endswith("\n\nGone")


def test_a_contraction_that_its_words_do_not_spell_stays_whole() -> None:
    rest = "\t_" * 8
    (document,) = read_conllu(f"1-2\tau{rest}\n1\tà{rest}\n2\tle{rest}\n")
    assert cut(*labelled(document.paragraphs[0])) == [["au"]]


@given(st.integers())
def test_restyling_changes_marks_alone(seed: int) -> None:
    (document,) = read_conllu(CONLLU)
    before = document.paragraphs[0]
    after = restyle(before, random.Random(seed))  # noqa: S311
    old, new = cut(*labelled(before)), cut(*labelled(after))
    assert [[letters(word) for word in s] for s in new] == [[letters(word) for word in s] for s in old]
    assert new[0][0] in {'"', "'", *"\u2018\u201c\u201d\u201e\u00ab"}
    assert has_marks(before)
    assert not has_marks([[Word("plain", glued=False)]])


WORDS = st.tuples(st.text("ab.", min_size=1, max_size=4), st.booleans())


@given(st.lists(st.lists(WORDS, min_size=1), min_size=1))
def test_labels_always_fit_the_text(shape: list[list[tuple[str, bool]]]) -> None:
    paragraph: Paragraph = [[Word(text, glued) for text, glued in sentence] for sentence in shape]
    text, labels = labelled(paragraph)
    assert len(text) == len(labels)
    assert cut(text, labels) == [[word.text for word in sentence] for sentence in paragraph]


def test_entities_are_put_back_on_the_printed_text() -> None:
    (paragraph,) = align(COLUMNS, ARTICLE)
    assert [(paragraph.text[start:end], label) for start, end, label in paragraph.entities] == [
        ("Mara Venn", "PERSON"),
        ("Lake Authority", "ORG"),
        ("Rydel", "PERSON"),
        ("Okonkwo", "PERSON"),
    ]


def test_an_article_always_falls_in_the_same_part() -> None:
    names = [f"harbour_{number}" for number in range(2000)]
    parts = [split_of(name) for name in names]
    assert parts == [split_of(name) for name in names]
    assert 50 < parts.count("dev") < 150
    assert 50 < parts.count("test") < 150


def test_a_copy_is_kept_out_under_any_name_and_a_namesake_with_any_text() -> None:
    story = " ".join(f"word{number}" for number in range(200))
    own = " ".join(f"own{number}" for number in range(300))
    kept_out = KeptOut([("harbour_1", story)])
    assert kept_out.bars("harbour_1", "something else entirely")
    assert kept_out.bars("other_7", "A new headline. " + story.upper().replace(" ", ", "))
    assert kept_out.bars("other_8", f"{own} {' '.join(story.split()[:30])}")
    assert not kept_out.bars("other_9", own)
    assert not kept_out.bars("other_10", "")


def test_an_empty_folder_keeps_nothing_out_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nothing to keep out"):
        KeptOut.from_folders(tmp_path)


@given(st.text())
def test_shingles_take_any_text(text: str) -> None:
    kept_out = KeptOut([("name", text)])
    assert 0.0 <= kept_out.overlap(text) <= 1.0
    assert kept_out.bars("other", text) == (bool(shingles(text)) and LIMIT < 1)


def cut(text: str, labels: str) -> list[list[str]]:
    """Undo the labels: sentences of tokens."""
    sentences: list[list[str]] = [[]]
    start = 0
    for place, label in enumerate(labels):
        if label != "0":
            sentences[-1].append(text[start : place + 1].lstrip())
            start = place + 1
        if label == "2":
            sentences.append([])
    return sentences[:-1]


def letters(word: str) -> str:
    """The letters and stops of a word, its marks left out."""
    return "".join(char for char in word if char.isalnum() or char == ".")
