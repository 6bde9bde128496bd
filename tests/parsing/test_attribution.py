"""Who is credited with which words, in the ways in which news texts credit them."""

import pytest

from quotes import parse
from quotes.document import Block, Document
from quotes.offsets import OffsetMap
from quotes.paragraphs import paragraph_spans
from tests.parsing.reading import Credited, claims_of, only_claim, only_quote, quotes_of

SELL = "We will not sell,"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Venn said: “We will not sell,” and left.", id="before, with a colon"),
        pytest.param("Mara Venn said, “We will not sell,” and left.", id="before, with a comma"),
        pytest.param("“We will not sell,” Mara Venn said.", id="after"),
        pytest.param("“We will not sell,” said Mara Venn.", id="after, inverted"),
        pytest.param("“We will not sell,” says Mara Venn.", id="in the present tense"),
        pytest.param("“We will not sell,” Mara Venn has said.", id="in the perfect"),
        pytest.param("“We will not sell,” Mara Venn told reporters on Friday.", id="with a hearer"),
        pytest.param("“We will not sell,” Mara Venn wrote.", id="wrote"),
        pytest.param("“We will not sell,” warned Mara Venn.", id="inverted verb that may take a hearer"),
        pytest.param("“We will not sell,” Mara Venn quipped.", id="verb that doubles its last letter"),
        pytest.param("“We will not sell,” Mara Venn signalled.", id="British spelling"),
        pytest.param("“We will not sell,” Mara Venn later added.", id="adverb before the verb"),
        pytest.param("“We will not sell,” insisted a defiant Mara Venn.", id="adjective before the name"),
        pytest.param("“We will not sell,” Mayor Mara Venn said.", id="office before the name"),
        pytest.param("“We will not sell,” Mara Venn, 47, the mayor of Ostrava, said.", id="apposition"),
        pytest.param("“We will not sell,” said Mara Venn, 47, the mayor of Ostrava.", id="apposition last"),
        pytest.param("Mara Venn, 47, the mayor of Ostrava, said “We will not sell,” twice.", id="comma"),
        pytest.param("“We will not sell,” said the mill’s owner, Mara Venn.", id="name in the apposition"),
        pytest.param("The mill’s owner, Mara Venn, said: “We will not sell,” and left.", id="name set off"),
        pytest.param("“We will not sell,” said Mara Venn, who owns the mill.", id="relative clause after"),
        pytest.param("Mara Venn, who said “We will not sell,” owns the mill.", id="relative who said"),
        pytest.param("Mara Venn visited the mill and said: “We will not sell,” twice.", id="second verb"),
        pytest.param("Mara Venn, speaking in Ostrava, said: “We will not sell,” twice.", id="participle"),
        pytest.param("Asked about the mill, Mara Venn said: “We will not sell,” twice.", id="asked"),
        pytest.param("“We will not sell,” according to Mara Venn.", id="according to"),
        pytest.param("According to Mara Venn, “We will not sell,” is the answer.", id="according to, first"),
    ],
)  # fmt: skip
def test_the_verb_beside_a_quotation_names_its_speaker(text: str) -> None:
    assert quotes_of(text) == [(SELL, "Mara Venn")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will,” Mara Venn said, “rebuild the bridge.”",
            [("We will,", "Mara Venn"), ("rebuild the bridge.", "Mara Venn")],
            id="split by its verb",
        ),
        pytest.param(
            "“We will not sell,” Mara Venn said. “It is ours.”",
            [(SELL, "Mara Venn"), ("It is ours.", "Mara Venn")],
            id="goes on after its verb",
        ),
        pytest.param(
            "“We will not sell,” Mara Venn said, adding: “It is ours.”",
            [(SELL, "Mara Venn"), ("It is ours.", "Mara Venn")],
            id="adding",
        ),
        pytest.param(
            "Mara Venn said the mill was safe, adding that “nobody was to blame.”",
            [("nobody was to blame.", "Mara Venn")],
            id="adding that",
        ),
        pytest.param(
            "“We will not sell,” Mara Venn said, but Oren Tollan said: “They will have to.”",
            [(SELL, "Mara Venn"), ("They will have to.", "Oren Tollan")],
            id="two speakers in a sentence",
        ),
        pytest.param(
            "Mara Venn said the mill was “not for sale” while Oren Tollan called it “a ruin”.",
            [("not for sale", "Mara Venn"), ("a ruin", "Oren Tollan")],
            id="two speakers with fragments",
        ),
        pytest.param(
            "“Will you sell?” asked Oren Tollan. “Never!” shouted Mara Venn.",
            [("Will you sell?", "Oren Tollan"), ("Never!", "Mara Venn")],
            id="question and answer",
        ),
        pytest.param(
            "Mara Venn described the mill as “a ruin” and “a disgrace”.",
            [("a ruin", "Mara Venn"), ("a disgrace", "Mara Venn")],
            id="fragments one verb introduces",
        ),
        pytest.param(
            "Mara Venn dismissed the report as “nonsense”. Oren Tollan called it “fair”.",
            [("nonsense", "Mara Venn"), ("fair", "Oren Tollan")],
            id="single words that somebody chose",
        ),
    ],
)
def test_several_quotations_in_a_text(text: str, expected: list[Credited]) -> None:
    assert quotes_of(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“It is over,” Mara Venn’s lawyer said.", "Mara Venn’s lawyer", id="before the verb"),
        pytest.param("“It is over,” said Mara Venn’s lawyer.", "Mara Venn’s lawyer", id="after the verb"),
        pytest.param("“It is over,” said Mara Venn’s lawyer Oren Tollan.", "Oren Tollan", id="with a name"),
        pytest.param(
            "“It is over,” said Mara Venn’s lawyer, Oren Tollan.", "Oren Tollan", id="with a name set off"
        ),
        pytest.param("“It is over,” Oren Tollan, Mara Venn’s lawyer, said.", "Oren Tollan", id="name first"),
    ],
)
def test_words_of_somebodys_lawyer_are_not_the_clients(text: str, speaker: str) -> None:
    assert only_quote(text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We will not sell,” the Harbour Post quoted Mara Venn as saying.", id="active"),
        pytest.param("“We will not sell,” Mara Venn was quoted as saying by the Harbour Post.", id="passive"),
        pytest.param("Mara Venn was quoted as saying “We will not sell,” and left.", id="passive, first"),
    ],
)
def test_words_quoted_from_an_outlet_are_the_speakers(text: str) -> None:
    assert quotes_of(text) == [(SELL, "Mara Venn")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Venn said it plainly.\n\n“We will not sell,” she said.", id="pronoun"),
        pytest.param("Venn was blunt: “We will not sell,” and left.", id="colon without a verb of speech"),
        pytest.param(
            "Venn’s answer was short: “We will not sell,” and no more.", id="colon after a word for speech"
        ),
        pytest.param("Mara Venn had this to say:\n\n“We will not sell,”", id="colon before a paragraph"),
        pytest.param("“We will not sell,” — Mara Venn", id="signed"),
        pytest.param("“We will not sell,” Mara Venn.", id="signed in a caption's manner"),
    ],
)
def test_quotations_without_a_verb_of_their_own(text: str) -> None:
    quote = only_quote(text)

    assert quote.text == SELL
    assert quote.speaker in ("Mara Venn", "Venn")


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = (
        "“We will not sell the mill,” Mara Venn told the council. “It has fed this town.\n\n"
        "“It will feed our children.\n\n"
        "“Nobody will take it.”\n\n"
        "Oren Tollan left the room."
    )
    quotes = parse(text).quotes

    assert [q.text for q in quotes] == [
        "We will not sell the mill,",
        "It has fed this town.",
        "It will feed our children.",
        "Nobody will take it.",
    ]
    assert {q.speaker for q in quotes} == {"Mara Venn"}
    assert [q.implicit for q in quotes] == [False, True, True, True]


def test_a_quotation_before_its_verb_in_the_next_paragraph_is_the_same_speakers() -> None:
    text = "“We will not sell.\n\n“It has fed this town,” Mara Venn said."

    assert quotes_of(text) == [("We will not sell.", "Mara Venn"), ("It has fed this town,", "Mara Venn")]


def test_a_quotation_alone_belongs_to_whoever_spoke_last() -> None:
    text = "Oren Tollan spoke of the weir.\n\nMara Venn said the mill was safe.\n\n“It will stay ours.”"
    quote = only_quote(text)

    assert (quote.text, quote.speaker, quote.implicit) == ("It will stay ours.", "Mara Venn", True)


@pytest.mark.parametrize("before", ["", "It rained in Ostrava.\n\nThe weir held.\n\n"])
def test_a_quotation_alone_belongs_to_whom_the_sentence_before_is_about(before: str) -> None:
    text = f"{before}Mara Venn closed the mill.\n\n“It will stay ours for good.”"

    assert quotes_of(text) == [("It will stay ours for good.", "Mara Venn")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He was a “poor” boy from Ostrava.", id="scare quotes"),
        pytest.param("The so-called “golden mile” is empty.", id="so-called"),
        pytest.param("The film “The Long Weir” opened in Ostrava.", id="title"),
        pytest.param("Her book, “The Weir”, sold well.", id="title set off"),
        pytest.param("Oren “Bear” Tollan runs the mill.", id="nickname"),
        pytest.param("Oren Tollan, nicknamed “the Bear”, runs the mill.", id="nickname with its word"),
        pytest.param("Workers wore badges with the word “mill” on them.", id="a word"),
        pytest.param("The term “weir” is old.", id="a term"),
        pytest.param("Police in Ostrava launched “Operation Harbour”.", id="operation"),
        pytest.param("The “Save Our Mill” campaign was launched in Ostrava.", id="campaign"),
        pytest.param("The “Get Out and Vote” campaign began.", id="campaign with a verb like a cue"),
        pytest.param("The ship “Mara” sank off Ostrava.", id="ship"),
        pytest.param("The mill’s label is “green”.", id="label"),
    ],
)
def test_marks_that_are_no_speech_give_no_statement(text: str) -> None:
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Venn said the film “The Long Weir” was good.", id="title in a claim"),
        pytest.param("The council said the “Safe Streets” plan would go on.", id="plan in a claim"),
    ],
)
def test_a_name_in_marks_inside_a_claim_is_no_quotation(text: str) -> None:
    parsed = parse(text)

    assert parsed.quotes == ()
    assert [claim.quotes_inside for claim in parsed.claims] == [()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara Venn and Oren Tollan said “We will not sell,” twice.", "Mara Venn and Oren Tollan",
                     id="two names"),
        pytest.param("“We will not sell,” said Mara Venn and Oren Tollan.", "Mara Venn and Oren Tollan",
                     id="two names, inverted"),
        pytest.param("“We will not sell,” the statement said.", "the statement", id="a document"),
        pytest.param("“We will not sell,” read a banner outside the gate.", "a banner", id="a banner"),
        pytest.param("“We will not sell,” said one of the owners.", "one of the owners", id="one of"),
        pytest.param("“We will not sell,” workers said.", "workers", id="a group"),
    ],
)  # fmt: skip
def test_joint_and_nominal_sources(text: str, expected: str) -> None:
    assert quotes_of(text) == [(SELL, expected)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Ministry of Roads dropped what it calls a “bridge tax” on Monday.", id="what it calls"
        ),
        pytest.param(
            "The Ministry of Roads wants an end to what it called a “bridge tax”.", id="what it called"
        ),
        pytest.param(
            "The Ministry of Roads has ended what the ministry called a “bridge tax”.", id="with a noun"
        ),
    ],
)
def test_what_somebody_calls_something(text: str) -> None:
    assert quotes_of(text) == [("bridge tax", "Ministry of Roads")]
    assert claims_of(text) == []


CLAIMS = [
    ("Mara Venn said that the mill was safe.", "the mill was safe"),
    ("Mara Venn said the mill was safe.", "the mill was safe"),
    ("Mara Venn said on Monday that the mill was safe.", "the mill was safe"),
    ("Mara Venn told the council that the mill was safe.", "the mill was safe"),
    ("Mara Venn told the council the mill was safe.", "the mill was safe"),
    ("Mara Venn said in May that the mill was safe.", "the mill was safe"),
    ("The mill was safe, Mara Venn said.", "The mill was safe"),
    ("The mill was safe, said Mara Venn.", "The mill was safe"),
    ("The mill was safe, according to Mara Venn.", "The mill was safe"),
    ("According to Mara Venn, the mill was safe.", "the mill was safe"),
    ("Mara Venn, the owner, confirmed the mill was safe.", "the mill was safe"),
    ("Mara Venn denied that the mill was safe.", "the mill was safe"),
    ("Mara Venn has repeatedly warned that the mill is old.", "the mill is old"),
    ("Mara Venn was quoted as saying that the mill was safe.", "the mill was safe"),
    ("Mara Venn asked whether the mill was safe.", "whether the mill was safe"),
    ("Asked about the fire, Mara Venn said the mill was safe.", "the mill was safe"),
]


@pytest.mark.parametrize(("text", "content"), [pytest.param(*row, id=row[0]) for row in CLAIMS])
def test_a_claim_is_found_with_its_content(text: str, content: str) -> None:
    assert claims_of(text) == [(content, "Mara Venn")]


def test_two_people_may_share_a_claim() -> None:
    assert claims_of("Mara Venn and Oren Tollan say the mill is safe.") == [
        ("the mill is safe", "Mara Venn and Oren Tollan")
    ]


def test_two_verbs_make_two_claims() -> None:
    text = "Mara Venn said the mill was safe, adding that the weir had held."

    assert claims_of(text) == [("the mill was safe", "Mara Venn"), ("the weir had held", "Mara Venn")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Venn thinks that the mill is safe.", id="thinks"),
        pytest.param("Mara Venn hopes the mill will open.", id="hopes"),
        pytest.param("Mara Venn feared that the mill would close.", id="feared"),
        pytest.param("Mara Venn knew that it was over.", id="knew"),
        pytest.param("Mara Venn believes the weir will hold.", id="believes"),
        pytest.param("Mara Venn spoke for an hour.", id="speech without content"),
        pytest.param("Mara Venn said nothing.", id="nothing"),
        pytest.param("The report was long and the claims were many.", id="nouns"),
        pytest.param("The mill burned on Monday.", id="no verb of speech"),
    ],
)
def test_thoughts_and_silence_are_no_claims(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Venn, who said “the mill is ours,” owns it.", id="relative clause"),
        pytest.param("What Mara Venn calls a “land grab” began in May.", id="what she calls"),
        pytest.param(
            "Mara Venn proposed what she described as “a fair measure”.", id="what she described as"
        ),
        pytest.param("The plan, which Mara Venn called “a land grab”, began in May.", id="which she called"),
        pytest.param(
            "“The mill is ours,” said an owner who asked not to be named.", id="asked not to be named"
        ),
        pytest.param("Asked whether the mill was for sale, Mara Venn said: “Never again.”", id="asked"),
    ],
)
def test_the_writers_own_words_around_a_quotation_are_no_claim(text: str) -> None:
    assert claims_of(text) == []


def test_a_denied_claim_is_one_claim() -> None:
    assert claims_of("Mara Venn denied claims that the mill was unsafe.") == [
        ("claims that the mill was unsafe", "Mara Venn")
    ]


def test_a_claim_links_to_the_fragments_inside_it() -> None:
    parsed = parse("Mara Venn said that the mill was “unsafe” and had to be “torn down at once”.")
    (claim,) = parsed.claims

    assert claim.text == "the mill was “unsafe” and had to be “torn down at once”"
    assert claim.quotes_inside == tuple(quote.id for quote in parsed.quotes)
    assert [quote.text for quote in parsed.quotes] == ["unsafe", "torn down at once"]
    assert {quote.kind for quote in parsed.quotes} == {"partial"}


def test_a_claim_without_marks_links_to_nothing() -> None:
    assert only_claim("Mara Venn said that the mill was safe.").quotes_inside == ()


@pytest.mark.parametrize("kind", ["title", "caption"])
def test_titles_and_captions_give_no_statements(kind: str) -> None:
    heading = "“We will not sell,” Mara Venn said"
    text = f"{heading}\n\nMara Venn said the mill was “not for sale at any price”."
    spans = paragraph_spans(text)
    head = Block("title" if kind == "title" else "caption", *spans[0], *spans[0])
    document = Document("n", text, text.encode(), "utf-8", (head, Block("body", *spans[1], *spans[1])),
                        OffsetMap.identity(len(text)))  # fmt: skip
    parsed = parse(document)

    assert [quote.text for quote in parsed.quotes] == ["not for sale at any price"]
    assert all(claim.start > spans[0][1] for claim in parsed.claims)


def test_the_credit_says_how_it_is_known() -> None:
    quote = only_quote("“We will not sell,” Mara Venn said.")

    assert (quote.cue, quote.mention) == ("said", "Mara Venn")
    assert quote.confidence is not None
    assert 0 < quote.confidence <= 1


def test_a_credit_beside_the_verb_is_surer_than_a_guess() -> None:
    sure = only_quote("“We will not sell,” Mara Venn said.").confidence
    guessed = only_quote("Mara Venn nodded.\n\n“We will not sell the mill.”").confidence

    assert sure is not None
    assert guessed is not None
    assert guessed < sure
