"""Citations: golden texts per style, what is missing, and what no text can break."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.document import DateCandidate
from quotes.reports.citations import Citations, Missing, Style, cite
from quotes.store.views import StoredDocument, StoredStatement
from tests.reports.build import DUES, document, statement

STYLES = get_args(Style)
CRANE = document(
    id="dbbbbbbbbbb",
    name="crane.txt",
    title="The Port Waits for a New Crane",
    author=None,
    published="2023-03",
    url="https://harbourpost.example/crane",
)
UNSIGNED = Missing("dbbbbbbbbbb", "crane.txt", ("author",), "quotes add FILE --author NAME")
WIRE = document(id="dcccccccccc", name="wire.txt", title="Ferries Stop", author=None, agency="Coastwire")


def quoting(*documents: StoredDocument) -> list[StoredStatement]:
    return [statement("We will not pay twice.", document=work) for work in documents]


def reported(sentence: str, **more: Any) -> StoredStatement:
    """A claim in a sentence of the document."""
    return statement("the port would close", "indirect", context=sentence, **more)


def entry(work: StoredDocument, style: Style) -> str:
    """The only bibliography entry of a citation of `work`."""
    (only,) = cite(quoting(work), style).bibliography
    return only


def note(stored: StoredStatement, style: Style) -> str:
    (only,) = cite([stored], style).notes
    return only


FULL: dict[Style, Citations] = {
    "chicago": Citations(
        (
            "1. “We will not pay twice.” Orsolya Brandt, quoted in Mara Venn, “Harbour Dues Rise Again,” "
            "Harbour Post, March 14, 2023, https://harbourpost.example/dues.",
            "2. “no more.” Orsolya Brandt, quoted in Venn, “Harbour Dues Rise Again.”",
            "3. She denied that the port would close. Orsolya Brandt, paraphrased in “The Port Waits for a "
            "New Crane,” Harbour Post, March 2023, https://harbourpost.example/crane.",
            "4. “Wait.” Orsolya Brandt, quoted in Harbour Post, “Port Waits.”",
        ),
        (
            "Harbour Post. “The Port Waits for a New Crane.” March 2023. https://harbourpost.example/crane.",
            "Venn, Mara. “Harbour Dues Rise Again.” Harbour Post, March 14, 2023. "
            "https://harbourpost.example/dues.",
        ),
        (UNSIGNED,),
    ),
    "apa": Citations(
        (
            "1. “We will not pay twice” (Orsolya Brandt, as cited in Venn, 2023).",
            "2. “no more” (Orsolya Brandt, as cited in Venn, 2023).",
            "3. She denied that the port would close (Orsolya Brandt, paraphrased in “Port Waits,” 2023).",
            "4. “Wait” (Orsolya Brandt, as cited in “Port Waits,” 2023).",
        ),
        (
            "The Port Waits for a New Crane. (2023, March). The Harbour Post. "
            "https://harbourpost.example/crane",
            "Venn, M. (2023, March 14). Harbour Dues Rise Again. The Harbour Post. "
            "https://harbourpost.example/dues",
        ),
        (UNSIGNED,),
    ),
    "mla": Citations(
        (
            "1. Orsolya Brandt: “We will not pay twice” (qtd. in Venn).",
            "2. Orsolya Brandt: “no more” (qtd. in Venn).",
            "3. Orsolya Brandt, in paraphrase: She denied that the port would close (“Port Waits”).",
            "4. Orsolya Brandt: “Wait” (qtd. in “Port Waits”).",
        ),
        (
            "“The Port Waits for a New Crane.” The Harbour Post, Mar. 2023, "
            "https://harbourpost.example/crane.",
            "Venn, Mara. “Harbour Dues Rise Again.” The Harbour Post, 14 Mar. 2023, "
            "https://harbourpost.example/dues.",
        ),
        (UNSIGNED,),
    ),
    "bibtex": Citations(
        (
            r"% 1. “We will not pay twice.” Orsolya Brandt, quoted in \cite{venn2023-daaaaaaaaaa}.",
            r"% 2. “no more.” Orsolya Brandt, quoted in \cite{venn2023-daaaaaaaaaa}.",
            r"% 3. She denied that the port would close. "
            r"Orsolya Brandt, paraphrased in \cite{theharbourpost2023-dbbbbbbbbbb}.",
            r"% 4. “Wait.” Orsolya Brandt, quoted in \cite{theharbourpost2023-dbbbbbbbbbb}.",
        ),
        (
            "@misc{theharbourpost2023-dbbbbbbbbbb,\n"
            "  title = {{The Port Waits for a New Crane}},\n"
            "  howpublished = {The Harbour Post},\n"
            "  year = {2023},\n"
            "  month = mar,\n"
            "  url = {https://harbourpost.example/crane},\n"
            "}",
            "@misc{venn2023-daaaaaaaaaa,\n"
            "  author = {Venn, Mara},\n"
            "  title = {{Harbour Dues Rise Again}},\n"
            "  howpublished = {The Harbour Post},\n"
            "  year = {2023},\n"
            "  month = mar,\n"
            "  day = {14},\n"
            "  url = {https://harbourpost.example/dues},\n"
            "}",
        ),
        (UNSIGNED,),
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_golden_notes_and_bibliography(style: Style) -> None:
    asked = [
        statement("We will not pay twice,", "direct"),
        statement("no more,", "partial"),
        reported("She denied that the port would close.", document=CRANE),
        statement("Wait.", "direct", document=CRANE),
    ]
    assert cite(asked, style) == FULL[style]


PAGED: dict[Style, tuple[str, str, str, str]] = {
    "chicago": (
        "1. “We will not pay twice.” Orsolya Brandt, quoted in Mara Venn, “Harbour Dues Rise Again,” "
        "Harbour Post, March 14, 2023, 4, https://harbourpost.example/dues.",
        "2. “Wait.” Orsolya Brandt, quoted in Venn, “Harbour Dues Rise Again,” iv–v.",
        "3. “Wait.” Orsolya Brandt, quoted in “The Port Waits for a New Crane,” Harbour Post, March 2023, "
        "12, https://harbourpost.example/crane.",
        "4. “Go.” Orsolya Brandt, quoted in Venn, “Harbour Dues Rise Again.”",
    ),
    "apa": (
        "1. “We will not pay twice” (Orsolya Brandt, as cited in Venn, 2023, p. 4).",
        "2. “Wait” (Orsolya Brandt, as cited in Venn, 2023, pp. iv–v).",
        "3. “Wait” (Orsolya Brandt, as cited in “Port Waits,” 2023, p. 12).",
        "4. “Go” (Orsolya Brandt, as cited in Venn, 2023).",
    ),
    "mla": (
        "1. Orsolya Brandt: “We will not pay twice” (qtd. in Venn 4).",
        "2. Orsolya Brandt: “Wait” (qtd. in Venn iv–v).",
        "3. Orsolya Brandt: “Wait” (qtd. in “Port Waits” 12).",
        "4. Orsolya Brandt: “Go” (qtd. in Venn).",
    ),
    "bibtex": (
        r"% 1. “We will not pay twice.” Orsolya Brandt, quoted in \cite[4]{venn2023-daaaaaaaaaa}.",
        r"% 2. “Wait.” Orsolya Brandt, quoted in \cite[iv--v]{venn2023-daaaaaaaaaa}.",
        r"% 3. “Wait.” Orsolya Brandt, quoted in \cite[12]{theharbourpost2023-dbbbbbbbbbb}.",
        r"% 4. “Go.” Orsolya Brandt, quoted in \cite{venn2023-daaaaaaaaaa}.",
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_the_page_stands_where_a_style_has_it(style: Style) -> None:
    asked = [
        statement("We will not pay twice.", page="4"),
        statement("Wait.", page="iv–v"),
        statement("Wait.", document=CRANE, page="12"),
        statement("Go."),
    ]
    assert cite(asked, style).notes == PAGED[style]
    unpaged = cite([statement("We will not pay twice."), statement("Wait.", document=CRANE)], style)
    assert cite(asked, style).bibliography == unpaged.bibliography


@pytest.mark.parametrize("style", STYLES)
def test_a_hostile_page_label_breaks_nothing(style: Style) -> None:
    (line,) = cite([statement("Wait.", page="1]{x}\x1b[2J\n@")], style).notes
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    assert style != "bibtex" or r"\cite[{1]\textbraceleft{}x\textbraceright{}" in line


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "Venn, Mara. “Harbour Dues Rise Again.” Harbour Post. https://harbourpost.example/dues."),
        (
            "apa",
            "Venn, M. (n.d.). Harbour Dues Rise Again. The Harbour Post. https://harbourpost.example/dues",
        ),
        ("mla", "Venn, Mara. “Harbour Dues Rise Again.” The Harbour Post, https://harbourpost.example/dues."),
    ],
)
def test_a_date_that_is_not_sure_stands_nowhere(style: Style, expected: str) -> None:
    unsure = document(published=None, published_candidates=(DateCandidate("2024-11-01", "day", "header"),))
    citations = cite(quoting(unsure), style)
    assert citations.bibliography == (expected,)
    assert "2024" not in str(citations)
    (missing,) = citations.missing
    assert (missing.fields, missing.command) == (
        ("publication date",),
        "quotes add FILE --published YYYY-MM-DD",
    )


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago",
            "Coastwire. “Ferries Stop.” Harbour Post, March 14, 2023. https://harbourpost.example/dues.",
        ),
        (
            "apa",
            "Coastwire. (2023, March 14). Ferries Stop. The Harbour Post. https://harbourpost.example/dues",
        ),
        (
            "mla",
            "Coastwire. “Ferries Stop.” The Harbour Post, 14 Mar. 2023, https://harbourpost.example/dues.",
        ),
    ],
)
def test_a_credited_agency_stands_for_an_author(style: Style, expected: str) -> None:
    citations = cite(quoting(WIRE), style)
    assert citations.bibliography == (expected,)
    assert "Coastwire" in citations.notes[0]
    assert citations.missing == ()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "Venn, Mara (Coastwire). “Harbour"),
        ("apa", "Harbour Dues Rise Again [Coastwire]. The"),
        ("mla", "The Harbour Post, Coastwire, 14 Mar."),
        ("bibtex", "note = {Coastwire}"),
    ],
)
def test_an_agency_beside_an_author_is_named_too(style: Style, expected: str) -> None:
    assert expected in entry(document(agency="Coastwire"), style)


@pytest.mark.parametrize("style", STYLES)
def test_no_agency_is_named_where_none_is_credited(style: Style) -> None:
    stored = statement(via="Coastwire")
    assert "Coastwire" not in "".join(cite([stored], style).bibliography)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "Orsolya Brandt (via Tideline), quoted in Mara Venn"),
        ("apa", "(Orsolya Brandt, via Tideline, as cited in Venn, 2023)"),
        ("mla", "Orsolya Brandt (via Tideline): “"),
    ],
)
def test_where_the_writer_had_the_words_from_is_said(style: Style, expected: str) -> None:
    assert expected in note(statement(via="Tideline"), style)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "Tidal Institute. “Harbour Dues Rise Again.” March 14, 2023. https://"),
        ("apa", "Tidal Institute. (2023, March 14). Harbour Dues Rise Again. https://"),
        ("mla", "“Harbour Dues Rise Again.” Tidal Institute, 14 Mar. 2023, https://"),
        ("bibtex", "author = {{Tidal Institute}}"),
    ],
)
def test_an_organization_is_not_turned_round_nor_named_twice(style: Style, expected: str) -> None:
    assert expected in entry(document(author="Tidal Institute", publisher="Tidal Institute"), style)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "“‘Hold the Line,’ Says Minister: A ‘Crane’ Story.”"),
        ("mla", "“‘Hold the Line,’ Says Minister: A ‘Crane’ Story.”"),
        ("apa", "“Hold the Line,” Says Minister: A “Crane” Story. The Harbour Post"),
        ("bibtex", "title = {{“Hold the Line,” Says Minister: A “Crane” Story}}"),
    ],
)
def test_marks_in_a_title(style: Style, expected: str) -> None:
    assert expected in entry(document(title='“Hold the Line,” Says Minister: A "Crane" Story'), style)


def test_a_title_that_asks_keeps_its_mark_and_gets_no_full_stop() -> None:
    asked = document(title="Who Pays?")
    assert entry(asked, "chicago").startswith("Venn, Mara. “Who Pays?” Harbour Post")
    assert entry(asked, "apa").startswith("Venn, M. (2023, March 14). Who Pays? The Harbour Post")
    assert "“Who Pays?,” Harbour Post" in note(statement(document=asked), "chicago")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", ("Venn, “Tides.”", "Venn, “Storms.”")),
        ("apa", ("Venn, 2023b", "Venn, 2023a")),
        ("mla", ("(qtd. in Venn, “Tides”)", "(qtd. in Venn, “Storms”)")),
        ("bibtex", ("venn2023-dxxxxxxxxxx", "venn2023-dyyyyyyyyyy")),
    ],
)
def test_two_documents_of_one_author_and_year_are_told_apart(style: Style, expected: tuple[str, str]) -> None:
    tides = document(id="dxxxxxxxxxx", title="Tides")
    storms = document(id="dyyyyyyyyyy", title="Storms", published="2023")  # a bare year comes first in APA
    notes = cite(quoting(tides, storms, tides, storms), style).notes
    assert expected[0] in notes[2]
    assert expected[1] in notes[3]


def test_two_documents_of_one_publisher_that_begin_alike_have_whole_titles_in_short_forms() -> None:
    first = document(id="dxxxxxxxxxx", author=None, title="Harbour Dues Rise Again as Crane Fails")
    second = document(id="dyyyyyyyyyy", author=None, title="Harbour Dues Rise Again as Ferry Stops")
    notes = cite(quoting(first, second, first), "chicago").notes
    assert notes[2].endswith("quoted in Harbour Post, “Harbour Dues Rise Again as Crane Fails.”")


@pytest.mark.parametrize("style", STYLES)
def test_documents_alike_in_everything_are_still_told_apart(style: Style) -> None:
    one = document(id="dxxxxxxxxxx", author=None)
    other = document(id="dyyyyyyyyyy", author=None)
    notes = cite(quoting(one, other, one, other), style).notes
    assert notes[2].removeprefix("% ")[1:] != notes[3].removeprefix("% ")[1:]


def test_apa_letters_stand_in_the_list_too_and_with_undated_works() -> None:
    undated = [document(id=f"d{letter * 10}", title=letter.upper(), published=None) for letter in "xy"]
    listed = cite(quoting(*undated), "apa").bibliography
    assert [line.split(". ")[1] for line in listed] == ["(n.d.-a)", "(n.d.-b)"]


@pytest.mark.parametrize("style", STYLES)
def test_a_document_of_which_nothing_is_known_is_named_by_its_file(style: Style) -> None:
    bare = document(name="d 4.txt", title=None, author=None, publisher=None, published=None, url=None)
    citations = cite(quoting(bare), style)
    assert "[untitled document d 4.txt]" in citations.bibliography[0]
    (missing,) = citations.missing
    assert missing == Missing(
        "daaaaaaaaaa",
        "d 4.txt",
        ("author", "title", "publisher", "publication date", "URL"),
        "quotes add FILE --author NAME --title TITLE --publisher NAME --published YYYY-MM-DD --url URL",
    )


def test_a_file_name_commands_nothing() -> None:
    (missing,) = cite(quoting(document(name="a\x1b[2J;rm b", url=None)), "apa").missing
    assert missing.name == "a\ufffd[2J;rm b"
    assert missing.command == "quotes add FILE --url URL"


@pytest.mark.parametrize("style", STYLES)
def test_a_missing_title_leaves_no_empty_marks(style: Style) -> None:
    untitled = document(title=None)
    shown = " ".join((*cite(quoting(untitled, untitled), style).notes, entry(untitled, style)))
    assert "“”" not in shown
    assert "“.”" not in shown
    assert "None" not in shown


def test_the_day_of_access_stands_only_where_it_is_stored() -> None:
    fetched = document(published=None, retrieved="2024-04-02T10:00:00+00:00")
    assert "Harbour Post. Accessed April 2, 2024. https://" in entry(fetched, "chicago")
    assert "Retrieved April 2, 2024, from https://harbourpost.example/dues" in entry(fetched, "apa")
    assert entry(fetched, "mla").endswith("https://harbourpost.example/dues. Accessed 2 Apr. 2024.")
    assert "urldate = {2024-04-02}" in entry(fetched, "bibtex")
    assert not re.search("(?i)accessed|retrieved|urldate", "".join(entry(DUES, style) for style in STYLES))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We said “no” twice,", "“We said ‘no’ twice.”"),
        ('We said "no" twice', "“We said ‘no’ twice.”"),
        ("We said «no» twice", "“We said ‘no’ twice.”"),
        ("She said “he told me ‘go’ today.”", "“She said ‘he told me “go” today.’”"),
        ("It’s the workers’", "“It’s the workers’.”"),
        ('A 6" pipe and an 8" pipe', '“A 6" pipe and an 8" pipe.”'),
        ("One.\n\n“Two.\n“Three.", "“One. Two. Three.”"),
        ('One.\n"Two.', "“One. Two.”"),
        ("Who pays?", "“Who pays?”"),
        ("Wait…", "“Wait…”"),
        ("He said “no.”", "“He said ‘no.’”"),
    ],
)
def test_marks_in_a_quotation(text: str, shown: str) -> None:
    assert note(statement(text), "chicago").startswith(f"1. {shown} Orsolya Brandt, quoted in")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Brandt denied that the port would close.", "Brandt denied that the port would close."),
        ("She asked: would the port close?", "She asked: would the port close?"),
        ('It had a "no-limits" bond, she said', "It had a “no-limits” bond, she said."),
        ("Ships, she claimed,\nleft the U.S.", "Ships, she claimed, left the U.S."),
        (" ", "the port would close."),
    ],
)
def test_a_claim_is_cited_in_the_sentence_that_reports_it(sentence: str, shown: str) -> None:
    expected = f"1. {shown} Orsolya Brandt, paraphrased in Mara Venn"
    assert note(reported(sentence), "chicago").startswith(expected)


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    assert "Unidentified speaker, quoted in" in note(statement(speaker=None), "chicago")
    assert note(reported("It will rain, some fear.", speaker=None), "mla") == (
        "1. Unidentified speaker, in paraphrase: It will rain, some fear (Venn)."
    )


def test_a_person_comes_before_the_same_person_with_others() -> None:
    works = [
        document(id="dxxxxxxxxxx", author="Mara Venn and Ilse Okoro", title="A"),
        document(id="dyyyyyyyyyy", author="Mara Venn", title="Zebras"),
        document(id="dzzzzzzzzzz", author="Émile Abel", title="Z"),
    ]
    for style in ("chicago", "mla"):
        listed = cite(quoting(*works), style).bibliography
        assert [re.split(r"\. “", line)[0] for line in listed] == [
            "Abel, Émile",
            "Venn, Mara",
            "Venn, Mara, and Ilse Okoro",
        ]


def test_the_bibliography_does_not_depend_on_the_order_of_citing() -> None:
    works = [DUES, CRANE, WIRE]
    for style in STYLES:
        assert (
            cite(quoting(*works), style).bibliography == cite(quoting(*reversed(works)), style).bibliography
        )


def test_bibtex_escapes_what_latex_obeys() -> None:
    shown = entry(document(title=r"50% & $5 #1 a_b {c ~ ^ \d", url="https://x.example/a%20b_{c}"), "bibtex")
    assert (
        r"title = {{50\% \& \$5 \#1 a\_b \textbraceleft{}c \textasciitilde{} \textasciicircum{} "
        r"\textbackslash{}d}}"
    ) in shown
    assert "url = {https://x.example/a%20b_%7Bc%7D}" in shown


def test_a_bibtex_key_is_the_same_whatever_else_is_cited() -> None:
    alone = cite(quoting(CRANE), "bibtex").bibliography[0]
    assert alone in cite(quoting(document(id="daaaaaaaaab", author=None), CRANE, DUES), "bibtex").bibliography


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("“”\"‘’'.,?{}@%\\,;& \n"), max_size=25
)
WORKS = st.builds(
    document,
    id=st.from_regex(r"d[a-z2-7]{10}", fullmatch=True),
    name=TEXTS,
    title=st.none() | TEXTS,
    author=st.none() | TEXTS,
    publisher=st.none() | TEXTS,
    agency=st.none() | TEXTS,
    url=st.none() | TEXTS,
    published=st.sampled_from([None, "2023", "2023-03", "2023-03-14"]),
)
STATEMENTS = st.builds(
    statement,
    TEXTS,
    st.sampled_from(["direct", "partial", "indirect"]),
    speaker=st.none() | TEXTS,
    via=st.none() | TEXTS,
    document=WORKS,
)


@given(st.lists(STATEMENTS, min_size=1, max_size=4, unique_by=lambda stored: stored.document.id))
def test_no_text_breaks_a_citation(statements: list[StoredStatement]) -> None:
    for style in STYLES:
        citations = cite(statements, style)
        assert len(citations.notes) == len(citations.bibliography) == len(statements)
        assert all(len(line.splitlines()) == 1 for line in citations.notes)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", str(citations))


@given(st.lists(STATEMENTS, min_size=1, max_size=4, unique_by=lambda stored: stored.document.id))
def test_no_text_breaks_out_of_a_bibtex_entry(statements: list[StoredStatement]) -> None:
    citations = cite(statements, "bibtex")
    assert not any("@" in line for line in citations.notes)
    for text in citations.bibliography:
        assert text.count("{") == text.count("}")
        assert re.match(r"@misc\{[a-z]*(\d{4}|nd)-d[a-z2-7]{10},\n", text)
    keys = [text.split(",")[0] for text in citations.bibliography]
    assert len(set(keys)) == len(keys)
