"""Labelled turns: whose words they are, and what is no transcript."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from quotes import parse, read
from quotes.document import Document
from quotes.paragraphs import paragraph_spans
from quotes.parsing.turns import find_turns

CORPUS = Path(__file__).parent.parent / "corpus" / "transcripts"


def spoken(text: str) -> list[tuple[str | None, str]]:
    """The speaker of each outermost quotation, and its words."""
    return [(quote.speaker, quote.text) for quote in parse(text).quotes if quote.nested_in is None]


def speakers(text: str) -> list[str | None]:
    return [speaker for speaker, _ in spoken(text)]


def turns(text: str) -> list[tuple[str, str]]:
    """Label and words of each turn, without the model."""
    return [(text[slice(*t.label)], text[slice(*t.content)]) for t in find_turns(text, paragraph_spans(text))]


def of_corpus(name: str) -> list[tuple[str | None, str]]:
    (document,) = read(CORPUS / name)
    return [(q.speaker, q.text) for q in parse(document).quotes if q.nested_in is None]


def test_a_briefing() -> None:
    (document,) = read(CORPUS / "briefing.txt")
    parsed = parse(document)
    found = [(q.speaker, q.text) for q in parsed.quotes if q.nested_in is None]
    assert found == [
        ("Price", "Good afternoon. Before your questions, two things."),
        (
            "Price",
            "First, the ferries will stop at ten from next month. Second, there will be a bus.",
        ),
        ("Price", "The bus is free for nurses."),
        (None, "Will the bus run all night?"),
        ("Price", "It will. (Laughter.) Or so I am told."),
        ("Price", "I did not catch that."),
        ("Brisk", "The harbour master told us, “We will not lose a single nurse.” I take him at his word."),
        (None, "And the dogs?"),
        ("THE PRIME MINISTER", "They travel for free."),
    ]
    assert {q.kind for q in parsed.quotes} == {"direct"}
    question = parsed.quotes[3]
    assert question.unknown == "the label “QUESTION” names nobody"
    assert question.mention == "QUESTION"
    assert question.source_span is not None
    assert document.original.decode()[slice(*question.source_span)] == question.text


def test_a_parliament() -> None:
    found = of_corpus("hansard.txt")
    assert [speaker for speaker, _ in found] == [
        "Ada Brisk",
        "Oren Tollan",
        "Oren Tollan",
        *["Ada Brisk"] * 3,
        "Oren Tollan",
        "Mr Speaker",
        None,
        "Oren Tollan",
    ]
    assert found[-1][1] == "I shall go and take the bus myself."
    assert not any("Question put" in words for _, words in found)


def test_initials_are_resolved_by_the_list_of_participants() -> None:
    assert speakers((CORPUS / "initials.txt").read_text()) == [
        "Oren Tollan",
        "Mara Venn",
        "Mara Venn",
        "Oren Tollan",
        "Mara Venn",
        "Oren Tollan",
        "Mara Venn",
    ]


@pytest.mark.parametrize(
    "above",
    [
        "MV: Mara Venn, harbour master\nOT: Oren Tollan",
        "MV – Mara Venn\nOT – Oren Tollan, The Harbour Post",
        "Mara Venn [MV] met Oren Tollan [OT].",
        "Oren Tollan met Mara Venn at the quay.",
        "Participants:\nMARA VENN, Harbour Master\nOREN TOLLAN, The Harbour Post",
    ],
)
def test_ways_to_say_who_goes_by_initials(above: str) -> None:
    talk = "OT: Why not?\n\nMV: Because it rains.\n\nOT: Always?\n\nMV: Always in March."
    found = speakers(f"{above}\n\n{talk}")[-4:]
    assert [name.title() if name else None for name in found] == ["Oren Tollan", "Mara Venn"] * 2


def test_initials_that_two_people_share_stay_what_they_are() -> None:
    above = "Mara Venn and Mika Vall met Oren Tollan."
    talk = "OT: Why not?\n\nMV: Because it rains.\n\nOT: Always?\n\nMV: Always in March."
    assert "Mara Venn" not in speakers(f"{above}\n\n{talk}")
    assert "Mika Vall" not in speakers(f"{above}\n\n{talk}")


def test_a_surname_is_the_one_introduced_in_full() -> None:
    found = of_corpus("timestamps.txt")
    assert [speaker for speaker, _ in found] == [*["Ada Brisk", "Oren Tollan"] * 3, None]
    assert found[2][1] == "Is the ferry gone for good?"


def test_questions_and_answers_of_one_who_is_interviewed() -> None:
    found = of_corpus("questions.txt")
    assert found[0] == ("Mara Venn", "I have nothing against buses,")
    assert found[1:3] == [
        (None, "Why do you want the ferries back?"),
        ("Mara Venn", "Because people get home on them."),
    ]
    assert [speaker for speaker, _ in found[3:]] == [None, "Mara Venn", "Mara Venn", None, "Mara Venn"]


def test_an_answer_is_nobodys_where_two_might_give_it() -> None:
    story = "“We sail,” said Mara Venn. “We land,” said Oren Tollan.\n\n"
    talk = "Q: Why?\n\nA: It rains.\n\nQ: Always?\n\nA: Always."
    assert speakers(story + talk)[2:] == [None] * 4


def test_an_office_is_whoever_holds_it_in_the_label_or_the_text() -> None:
    talk = (
        "The Minister of Transport (Oren Tollan): We stop.\n\nAda Brisk (Ostrava North): Why?\n\n"
        "The Minister of Transport: It rains.\n\nAda Brisk: It rained before."
    )
    assert speakers(talk) == ["Oren Tollan", "Ada Brisk", "Oren Tollan", "Ada Brisk"]


def test_an_office_that_nobody_is_said_to_hold_stays_one() -> None:
    talk = (
        "THE CHAIR: Order.\n\nMS BRISK: I had not finished.\n\n"
        "THE CHAIR: You have now.\n\nMS BRISK: I have not."
    )
    assert speakers(talk) == ["THE CHAIR", "Brisk", "THE CHAIR", "Brisk"]


@pytest.mark.parametrize(
    ("talk", "wanted"),
    [
        (
            "Q    Does it sail?\n\nMR. PRICE:  It does.\n\nQ\tToday?\n\nMR. PRICE:  Tomorrow.",
            [("Q", "Does it sail?"), ("MR. PRICE", "It does."), ("Q", "Today?"), ("MR. PRICE", "Tomorrow.")],
        ),
        (
            "Q. Does it sail?\n\nA. It does.\n\nQ. Today?\n\nA. Tomorrow.",
            [("Q", "Does it sail?"), ("A", "It does."), ("Q", "Today?"), ("A", "Tomorrow.")],
        ),
        (
            "**Ada Brisk:** Does it sail?\n\n**Oren Tollan**: It does.\n\n"
            "**Ada Brisk:** Today?\n\n__Oren Tollan:__ No.",
            [
                ("Ada Brisk", "Does it sail?"),
                ("Oren Tollan", "It does."),
                ("Ada Brisk", "Today?"),
                ("Oren Tollan", "No."),
            ],
        ),
        (
            "ADA BRISK:\n\nDoes it sail?\n\nOREN TOLLAN:\n\nIt does.\n\nADA BRISK:\n\nToday?",
            [("ADA BRISK", "Does it sail?"), ("OREN TOLLAN", "It does."), ("ADA BRISK", "Today?")],
        ),
        (
            "Ada Brisk (00:12):\nDoes it sail?\n\nOren Tollan (00:15):\nIt does.\n\n"
            "Ada Brisk (00:18):\nToday?\n\n"
            "Oren Tollan (01:00:18):\nNo.",
            [
                ("Ada Brisk", "Does it sail?"),
                ("Oren Tollan", "It does."),
                ("Ada Brisk", "Today?"),
                ("Oren Tollan", "No."),
            ],
        ),
        (
            "MR PRICE: It sails.\nQUESTION: Today?\nMR PRICE: Tomorrow.\n"
            "QUESTION: (Inaudible.)\nMR PRICE: What?",
            [
                ("MR PRICE", "It sails."),
                ("QUESTION", "Today?"),
                ("MR PRICE", "Tomorrow."),
                ("MR PRICE", "What?"),
            ],
        ),
    ],
    ids=["wide Q", "Q with a stop", "bold", "own line", "times", "line by line"],
)
def test_shapes_of_labels(talk: str, wanted: list[tuple[str, str]]) -> None:
    assert turns(talk) == wanted


def test_a_transcript_wrapped_at_one_width_is_cut_at_its_labels() -> None:
    words = "The last ferry across the harbour leaves at ten from next month on"
    talk = "".join(f"{label}: {words}\n{words}\n{words}.\n" for label in ("MR PRICE", "MS BRISK") * 3)
    assert [label for label, _ in turns(talk)] == ["MR PRICE", "MS BRISK"] * 3
    assert all(content.count(words) == 3 for _, content in turns(talk))


def test_speeches_over_many_paragraphs_belong_to_their_speaker() -> None:
    speech = "".join(f"This is paragraph {n} of what I have to say.\n\n" for n in range(12))
    talk = f"MR PRICE: I begin.\n\n{speech}MS BRISK: So do I.\n\n{speech}" * 2
    found = turns(talk)
    assert len(found) == 2 * 26
    assert [label for label, _ in found[:13]] == ["MR PRICE"] * 13


def test_what_is_done_is_not_said_and_prose_around_the_talk_stays_prose() -> None:
    talk = (
        "The minister met the press on Tuesday.\n\nMR PRICE: We sail.\n\n"
        "[Laughter.]\n\n(Applause) [Cheers]\n\n"
        "MS BRISK: (Inaudible.)\n\nMS BRISK: Today?\n\n"
        "MR PRICE: Tomorrow.\n\n###\n\nThe press office wrote this down."
    )
    assert turns(talk) == [("MR PRICE", "We sail."), ("MS BRISK", "Today?"), ("MR PRICE", "Tomorrow.")]


def test_a_quotation_in_a_turn_is_inside_it() -> None:
    talk = (
        "JUDGE LYLE: Well?\n\nMS VENN: He told me, “Take her in tonight.” I did.\n\n"
        "JUDGE LYLE: Why?\n\nMS VENN: Fear."
    )
    parsed = parse(talk)
    inside = [quote for quote in parsed.quotes if quote.nested_in]
    assert [quote.text for quote in inside] == ["Take her in tonight."]
    assert inside[0].speaker is None


@pytest.mark.parametrize(
    "story",
    [
        "KUALA LUMPUR: The ferry stops.\n\nIt rains.\n\n"
        "Related: Buses stop\n\nRelated: Trains stop\n\nIt pours.",
        "Here is how it went.\n\nOn Monday: “We sail,” said Mara Venn.\n\n"
        "On Tuesday: “We land,” said Oren Tollan.\n\n"
        "On Monday: It rained.\n\nOn Tuesday: It poured.",
        "Mara Venn, the harbour master, said: “We sail.”\n\nOren Tollan, a pilot, added: “We land.”\n\n"
        "Mara Venn, the harbour master, said: “We rest.”\n\nOren Tollan, a pilot, added: “We sleep.”",
        "Mara Venn: “We sail.”\n\nOren Tollan: “We land.”\n\n"
        "Mara Venn: “We rest.”\n\nOren Tollan: “We sleep.”",
        "GOALKEEPERS: Venn, Tollan\n\nDEFENDERS: Brisk, Orr, Lyle",
        "Ferries: What you need to know\n\nIt rains.\n\nWhen: Tuesday\n\n"
        "Where: The quay\n\nCost: Nothing\n\nIt pours.",
    ],
    ids=["datelines", "days", "writer's colons", "names before marks", "line-up", "facts"],
)
def test_stories_with_colons_are_no_transcripts(story: str) -> None:
    assert turns(story) == []


def test_page_markup_around_labels_makes_no_difference() -> None:
    found = of_corpus("labelled.html")
    assert [speaker for speaker, _ in found] == [
        *("Ada Brisk", "Oren Tollan", "Oren Tollan", "Ada Brisk", "Oren Tollan", "Ada Brisk", "Oren Tollan")
    ]
    assert found[0][1] == "Minister, why must the ferries stop at ten o’clock in the evening?"


def test_every_turn_is_where_it_says_it_is() -> None:
    for path in sorted(CORPUS.glob("*.txt")):
        document: Document = read(path)[0]
        body = [
            (b.start, b.end) for b in document.blocks if b.kind == "body" and b.start is not None and b.end
        ]
        found = find_turns(document.text, body)
        spans = [turn.content for turn in found]
        assert spans == sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(document.text[a:b].strip() == document.text[a:b] != "" for a, b in spans)


@pytest.mark.parametrize(
    "hostile",
    [
        "A " * 50_000,
        "Aa, " + "b " * 50_000,
        "A (" * 30_000,
        "12:34 " * 20_000,
        "*" * 100_000,
        "\n".join(["MR VENN:"] * 10_000),
        "\n\n".join(["MR VENN: We sail.", "MS BRISK: We land."] * 3_000),
        "Interview with " + "a " * 50_000,
        "MV: " + "Aa " * 30_000,
    ],
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    begun = time.perf_counter()
    find_turns(hostile, paragraph_spans(hostile))
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(("label", "full"), [("MV", "Mara Venn"), ("VENN", "Mara Venn"), ("Q", "Q")])
def test_thousands_of_turns_take_no_time(label: str, full: str) -> None:
    text = "\n\n".join([*["Mara Venn: We sail."] * 5_000, *[f"{label}: We land."] * 5_000])
    found = find_turns(text, paragraph_spans(text))
    assert len(found) == 10_000
    named = found[-1].named
    assert (text[slice(*named)] if named else label) == full


def test_a_label_before_many_spaces_takes_no_time() -> None:
    trap = "MV: Mara Venn," + " " * 20_000 + "x. y"
    assert len(turns("\n\n".join([trap, trap, *["AB: We sail."] * 4]))) == 6
