"""The NDJSON records: the keys that DESIGN fixes, in their order, on any text."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quotes.document import Block, DateCandidate, Document, Evidenced, Published, Repair
from quotes.offsets import OffsetMap
from quotes.reports.records import export_record, parse_record, to_line
from quotes.statement import Alteration, AttributionSpans, Parse, Statement, Translation
from tests.reports.build import document, statement

STATEMENT_KEYS = [
    *("id", "text", "kind", "start", "end"),
    *("source_start", "source_end", "speaker", "speaker_type", "unknown"),
    *("mention", "mention_start", "mention_end", "mention_source_start", "mention_source_end"),
    *("cue", "said_on", "said_evidence", "addressee", "via"),
    *("implicit", "utterance", "nested_in", "quotes_inside", "confidence"),
    *("claim", "stance", "stance_evidence", "alterations", "translated", "page"),
    *("role", "role_start", "role_end", "rests_on_start", "rests_on_end", "joint"),
]


def test_a_parse_record_of_a_full_document_is_exactly_this() -> None:
    text = "“We agreed,” said Brandt."
    doc = Document(
        name="dues.txt",
        text=text,
        original=text.encode(),
        encoding="utf-8",
        blocks=(
            Block("furniture", None, None, 0, 5, "share button"),
            Block("body", 0, len(text), 7, 7 + len(text)),
        ),
        offsets=OffsetMap(((0, len(text), 7, 7 + len(text)),)),
        lang="en",
        title=Evidenced("Dues", "first line"),
        published=Published(None, None, (DateCandidate("2023-03", "month", "March 2023"),)),
        repairs=(Repair(7, 9, "鈥淲", "“W", True),),
        warnings=("odd mark", "shared"),
    )
    quote = Statement(
        id="qbbbbbbbbbb",
        kind="direct",
        start=1,
        end=11,
        text="We agreed,",
        context_span=(0, 25),
        source_span=(8, 18),
        speaker="Orsolya Brandt",
        speaker_type="person",
        mention="Brandt",
        mention_span=(18, 24),
        mention_source_span=(25, 31),
        role="said Brandt",
        role_span=(13, 24),
        rests_on=(18, 24),
        joint=("Orsolya Brandt", "Mara Venn"),
        cue="said",
        cue_span=(13, 17),
        said_on="2023-03",
        said_evidence="this month",
        addressee="reporters",
        via="Tideline",
        utterance="qbbbbbbbbbb",
        stance="asserted",
        alterations=(Alteration("cut", 3, 4, " ", (10, 11)),),
        translated=Translation("said", 13, 17),
        confidence=0.87654321,
    )
    parse = Parse(
        doc, (quote,), (), (AttributionSpans(((25, 31),), ((20, 24),), ((8, 18),)),), ("shared", "late")
    )
    record = parse_record(parse, "dues")
    assert json.dumps(record, ensure_ascii=False) == (
        '{"format_version": 1, "id": "dues", '
        f'"sha256": "{doc.sha256}", "encoding": "utf-8", "encoding_evidence": null, '
        '"media_type": "text/plain", "lang": "en", "pages": [], "processing": [], '
        '"metadata": {"title": {"value": "Dues", "evidence": "first line"}, '
        '"author": {"value": null, "evidence": null}, "publisher": {"value": null, "evidence": null}, '
        '"agency": {"value": null, "evidence": null}, "dateline": {"value": null, "evidence": null}, '
        '"url": {"value": null, "evidence": null}, "published": {"value": null, "precision": null, '
        '"confidence": null, '
        '"candidates": [{"value": "2023-03", "precision": "month", "evidence": "March 2023", '
        '"confidence": null}]}, '
        '"retrieved": {"value": null, "evidence": null}}, '
        '"blocks": [{"kind": "furniture", "source_start": 0, "source_end": 5, '
        '"reason": '
        '"share button", "lang": null, "words": null}, '
        '{"kind": "body", "source_start": 7, "source_end": 32, "reason": null, '
        '"lang": null, "words": null}], '
        '"repairs": [{"source_start": 7, "source_end": 9, "from": "鈥淲", "to": "“W", "guessed": true}], '
        '"quotes": [{"id": "qbbbbbbbbbb", "text": "We agreed,", "kind": "direct", "start": 1, "end": 11, '
        '"source_start": 8, "source_end": 18, "speaker": "Orsolya Brandt", "speaker_type": "person", '
        '"unknown": null, "mention": "Brandt", "mention_start": 18, "mention_end": 24, '
        '"mention_source_start": 25, "mention_source_end": 31, "cue": "said", "said_on": "2023-03", '
        '"said_evidence": "this month", "addressee": "reporters", "via": "Tideline", "implicit": false, '
        '"utterance": "qbbbbbbbbbb", "nested_in": null, "quotes_inside": [], "confidence": 0.8765, '
        '"claim": null, "stance": "asserted", "stance_evidence": null, "alterations": [{"kind": "cut", '
        '"start": 3, "end": 4, "source_start": 10, "source_end": 11, "text": " "}], "translated": '
        '{"evidence": "said", "start": 13, "end": 17, "source_start": null, "source_end": null}, '
        '"page": null, "role": "said Brandt", "role_start": 13, "role_end": 24, "rests_on_start": 18, '
        '"rests_on_end": 24, "joint": ["Orsolya Brandt", "Mara Venn"]}], '
        '"claims": [], "attributions": [{"source": [[25, 31]], "cue": [[20, 24]], "content": [[8, 18]]}], '
        '"warnings": ["odd mark", "shared", "late"]}'
    )


def test_nothing_known_is_null_or_empty_and_never_left_out() -> None:
    bare = Statement(
        id="qa", kind="indirect", start=0, end=1, text="x", context_span=(0, 1), unknown="passive"
    )
    record = parse_record(Parse(Document.of_text("x"), claims=(bare,)), "x")
    assert list(record["claims"][0]) == STATEMENT_KEYS
    assert record["claims"][0]["speaker"] is None
    assert record["claims"][0]["unknown"] == "passive"
    assert record["claims"][0]["source_start"] is None
    assert record["claims"][0]["mention_source_end"] is None
    assert record["quotes"] == record["attributions"] == record["repairs"] == record["warnings"] == []
    assert record["metadata"]["published"] == {
        "value": None,
        "precision": None,
        "confidence": None,
        "candidates": [],
    }


def test_an_exported_statement_has_the_same_keys_and_where_it_stands() -> None:
    record = export_record(statement(document=document(author=None, published="2023-03")))
    assert list(record) == [
        *STATEMENT_KEYS,
        *("document", "speaker_id", "publisher", "published", "title", "author", "url", "copies", "copy_of"),
        *("checked", "tags", "note", "document_tags", "document_note", "authority", "link"),
    ]
    assert record["text"] == "We will not pay twice,"  # the comma stays here
    assert record["document"] == "daaaaaaaaaa"
    assert record["author"] is None
    assert record["published"] == "2023-03"


def test_an_exported_speaker_is_the_one_across_documents() -> None:
    stored = replace(statement(speaker="Brandt"), speaker="Orsolya Brandt", speaker_id="szzzzzzzzzz")
    record = export_record(stored)
    assert (record["speaker"], record["speaker_id"]) == ("Orsolya Brandt", "szzzzzzzzzz")


def test_separators_and_terminal_commands_are_escaped_and_come_back() -> None:
    text = "a\u2028b\u2029c\x85d\x9be\x1bf\u202eg\nh"
    line = to_line({"text": text})
    assert len(line.splitlines()) == 1
    assert not any(mark in line for mark in "\u2028\u2029\x85\x9b\x1b\u202e")
    assert json.loads(line) == {"text": text}


def test_a_lone_surrogate_becomes_a_character_of_the_same_length() -> None:
    line = to_line({"text": "a\ud83db", "start": 0, "end": 3})
    assert json.loads(line.encode("utf-8")) == {"text": "a\ufffdb", "start": 0, "end": 3}


def test_letters_of_any_script_stay_readable() -> None:
    assert to_line({"text": "Świnoujście 港口"}) == '{"text": "Świnoujście 港口"}'


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_goes_through_one_line_and_back(text: str) -> None:
    line = to_line({"text": text})
    assert len(line.encode("utf-8").decode("utf-8").splitlines()) == 1
    assert json.loads(line) == {"text": text}
