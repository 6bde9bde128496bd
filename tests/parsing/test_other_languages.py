"""Paragraphs in other languages: kept, and nothing is looked for in them."""

from quotes import parse, read
from quotes.statement import Parse

OPENING = "Harbour minister Mara Venn told reporters on Monday that the quay stays closed until spring."
FRENCH = (
    "« Nous ne l’ouvrirons pas un jour trop tôt », a dit Mara Venn aux journalistes. Le capitaine Tomas "
    "Brandt a déclaré que les pilotes attendront. « We will wait », a-t-il ajouté en anglais."
)
CLOSING = (
    "“We asked for a later date,” said Captain Tomas Brandt, who runs the guild of the pilots of Ostrava."
)


def parsed(*paragraphs: str) -> Parse:
    return parse(read("\n\n".join(paragraphs).encode())[0])


def test_a_paragraph_in_french_yields_nothing_and_moves_nothing() -> None:
    found = parsed(OPENING, FRENCH, CLOSING)
    assert [(quote.text, quote.speaker) for quote in found.quotes] == [
        ("We asked for a later date,", "Tomas Brandt")
    ]
    assert [claim.text for claim in found.claims] == ["the quay stays closed until spring"]
    for statement in (*found.quotes, *found.claims):
        assert found.document.text[statement.start : statement.end] == statement.text
    assert FRENCH in found.document.text


def test_the_english_around_it_gives_what_it_gives_alone() -> None:
    def said(parse: Parse) -> list[tuple[str, str | None]]:
        return [(s.text, s.speaker) for s in (*parse.quotes, *parse.claims)]

    assert said(parsed(OPENING, FRENCH, CLOSING)) == said(parsed(OPENING, CLOSING))


def test_a_document_in_french_yields_nothing_and_needs_no_model() -> None:
    found = parsed("Le quai reste fermé", FRENCH, "« Et après ? »", FRENCH)
    assert found.document.lang == "fr"
    assert (found.quotes, found.claims, found.attributions) == ((), (), ())


def test_an_english_paragraph_of_a_french_document_is_read() -> None:
    found = parsed(FRENCH, FRENCH, CLOSING, FRENCH)
    assert found.document.lang == "fr"
    assert [quote.speaker for quote in found.quotes] == ["Tomas Brandt"]


def test_foreign_words_that_an_english_sentence_quotes_are_a_quotation() -> None:
    found = parsed(OPENING, "“Nous attendrons le printemps avec patience et courage,” Venn said in a speech.")
    assert [quote.text for quote in found.quotes] == [
        "Nous attendrons le printemps avec patience et courage,"
    ]


def test_an_open_quotation_does_not_run_through_a_foreign_paragraph() -> None:
    found = parsed(OPENING, "“We will wait,” Venn said. “We have time. And then", FRENCH, CLOSING)
    start = found.document.text.index(FRENCH)
    end = start + len(FRENCH)
    assert all(quote.end <= start or quote.start >= end for quote in found.quotes)
