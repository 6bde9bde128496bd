from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.models.load import load_pipeline
from quotes.models.manifest import write_manifest
from quotes.models.processors.segmenter import Segmenter
from quotes.paths import model_package

if TYPE_CHECKING:
    from stanza import Pipeline

FILE = model_package() / "en" / "tokenize" / "quotes.json"
SEGMENTER = Segmenter.load(FILE)


def words(text: str) -> list[str]:
    return [text[start:end] for sentence in SEGMENTER.sentences(text) for start, end in sentence]


def sentences(text: str) -> list[str]:
    return [text[sentence[0][0] : sentence[-1][1]] for sentence in SEGMENTER.sentences(text)]


@pytest.mark.parametrize(
    "cut",
    [
        "did|n't",
        "did|n’t",
        "ca|n’t",
        "can|not",
        "gon|na",
        "Venn|'s",
        "Venn|’s",
        "the Venns|’ boat",
        "we|’ll|, they|'ve",
        "O’Venn|’s",
        "Orr|-|Venn",
        "non-stop",
        "co-founder",
        "the 1990s",
        "1,500|.",
        "3.5|%",
        "$|4 million",
        "10:30 a.m. Monday",
        "9/11",
        "the U.S. Senate",
        "Dr. Venn",
        "J. K. Orr",
        "Aug. 5",
        "No. 5",
        "AT&T",
        "555-0134",
        "https://harbour.example/a?b=c|.",
        "www.harbour.example|, (|www.lake.example/x|)",
        "mara.venn@harbour.example|,",
        "“|No|,|”|she said|.",
        "“|He said|,|‘|No|.|’|”",
        "(|R|-|Ostrava|)",
        "wait|...|what|?!",
        "so|—|at last|—|it came",
        "caf\u00e9|, cafe\u0301|, na\u00efve",
        "#harbour @venn",
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(cut: str) -> None:
    assert words(cut.replace("|", "")) == cut.replace("|", " ").split()


def test_a_word_keeps_its_invisible_characters_and_they_make_no_word() -> None:
    assert words("Ve\u00adnn le\u200bft \u200b \ufeff now") == ["Ve\u00adnn", "le\u200bft", "now"]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Venn left.|Tomas Rydel stayed.",
        "“It is cold.”|Mara Venn left.",
        "“We won,” Venn said.|“At last.”",
        "“Where?” she asked.|Nobody knew.",
        "“Where?” Mara Venn asked.|Nobody knew.",
        "‘Go now!’ said Venn.|They went.",
        '"Where are you going?" she asked.|"Home."',
        "He said, “I will go.|I will stay,” and left.|“Fine.”",
        "It rained (at last).|(It had been dry.)|Then it stopped.",
        "Dr. Ilse Okonkwo met Lt. Gov. Rydel at the U.S. Embassy.|They talked.",
        "Sen. Mara J. Venn arrived on Aug. 5 at 6 p.m. Monday.|She spoke.",
        "OSTRAVA (Reuters) - The lake is dry.|It was full.",
        "OSTRAVA, Jan. 5 – The lake is dry.",
        "The lake cost $3.5 million.|It is dry!",
        "The harbour\nwas closed on Monday.|It\nopened again.",
        "No full stop at the end",
    ],
)
def test_sentences_of_news(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize("break_", ["\n\n", "\n \n", "\r\n\r\n", " \n\t\n\n "])
def test_a_blank_line_ends_a_sentence(break_: str) -> None:
    assert sentences(f"The harbour{break_}was closed") == ["The harbour", "was closed"]


SCRAPS = [
    "“No,”",
    " said Mara",
    "\n",
    "\n\n",
    ". ",
    "Venn’s",
    "U.S.",
    "?!”",
    " (",
    ")",
    "-",
    "\u200b",
    "e\u0301",
    "中文",
    "😀",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join))


@given(TEXTS)
def test_only_blanks_and_invisible_characters_are_left_out(text: str) -> None:
    places = [place for sentence in SEGMENTER.sentences(text) for place in sentence]
    at = 0
    for start, end in [*places, (len(text), len(text))]:
        assert at <= start <= end
        assert not any(character.isalnum() for character in text[at:start])
        at = end
    assert all(sentence for sentence in SEGMENTER.sentences(text))
    assert all(text[start:end].strip() for start, end in places)


@given(TEXTS, TEXTS)
def test_what_follows_a_blank_line_changes_nothing(first: str, second: str) -> None:
    together = SEGMENTER.sentences(f"{first}\n\n{second}")
    shift = len(first) + 2
    moved = [[(a + shift, b + shift) for a, b in sentence] for sentence in SEGMENTER.sentences(second)]
    assert together == SEGMENTER.sentences(first) + moved


def test_stanza_gives_the_same_for_a_text_alone_and_in_any_batch() -> None:
    pipeline = load_pipeline(processors=["tokenize"])
    texts = ["Mara Venn left. She didn’t", "", " \n ", "“Wait!” he said.\n\nThen", "😀", "word " * 50]
    alone = [pipeline(text).to_dict() for text in texts]
    together = pipeline.bulk_process(texts)
    assert [document.to_dict() for document in together] == alone
    assert [document.to_dict() for document in pipeline.bulk_process(texts[::-1])] == alone[::-1]
    assert [document.text for document in together] == texts


def test_stanza_takes_our_tokenizer_by_the_name_in_the_package(pipeline: Pipeline) -> None:
    import stanza

    own = stanza.Pipeline(
        "en",
        dir=str(model_package()),
        processors="tokenize",
        download_method=None,
        logging_level="CRITICAL",
    )
    text = "“Where?” Mara Venn asked. She didn’t know."
    assert (
        [s.text for s in own(text).sentences] == sentences(text) == [s.text for s in pipeline(text).sentences]
    )


HOSTILE = {
    "no blank": "a",
    "digits": "1",
    "dotted letters": "a.",
    "dotted words": "aa.",
    "dashes and dots": "-.",
    "at signs": "a@",
    "hyphens": "co-",
    "apostrophes": "a'",
    "clitics": "n't",
    "opening marks": "“",
    "straight marks": '"',
    "closing brackets": ")",
    "stops": ".",
    "questions in marks": "?”",
    "addresses": "www.",
    "times": "1:",
    "ampersands": "A&",
    "line ends": "\n",
    "blanks": " \r",
    "invisible": "\u200b",
    "combining": "e\u0301\u0301",
    "emoji": "👩\u200d👧",
    "Chinese": "中文。",
    "capitals": "Aa ",
    "spaced dashes": " – A",
}


@pytest.mark.parametrize("scrap", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_to_its_end(scrap: str) -> None:
    text = (scrap * 100_000)[:100_000]  # whoever needs a square of this never comes back
    found = SEGMENTER.sentences(text)
    assert not found or found[-1][-1][1] > 99_990


def test_a_long_run_of_letters_is_cut() -> None:
    assert max(map(len, words("a" * 100_000))) <= 500


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"version": 1}', '{"version": 99}', "not JSON", '{"version": 1, "abbreviations": 3}'],
)
def test_a_file_that_holds_no_tokenizer_of_this_version_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "quotes.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"\w"):
        Segmenter.load(file)


def test_a_package_elsewhere_is_read_with_its_own_weights(tmp_path: Path) -> None:
    package = shutil.copytree(model_package(), tmp_path / "package")
    file = package / "en" / "tokenize" / "quotes.json"
    held = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**held, "weights": {}}), encoding="utf-8")
    write_manifest(package)
    assert len(load_pipeline(package, ["tokenize"])("She left. He stayed.").sentences) == 1
