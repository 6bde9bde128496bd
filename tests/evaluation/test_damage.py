"""What damage leaves: texts are damaged as they are on their way, and statements matched in order."""

import pytest

from quotes.evaluation.damage import DAMAGES
from quotes.evaluation.survival import Survival, survival

STORY = "Quay shut\n\n“We won’t,” Venn said.\n\nIt rained.\n\nThe guild met.\n\nNobody came.\n\nThat was all."


def record(*statements: tuple[str, str | None]) -> dict[str, object]:
    quotes = [
        {"text": text, "speaker": speaker, "start": 100 * number, "end": 100 * number + len(text)}
        for number, (text, speaker) in enumerate(statements)
    ]
    return {"quotes": quotes[::2], "claims": quotes[1::2]}


def test_gbk_damage_eats_what_follows_a_mark() -> None:
    assert "鈥淲e won鈥檛,鈥 Venn" in DAMAGES["read as GBK, lost bytes dropped"](STORY).decode()


def test_bytes_without_a_character_are_control_characters_dropped_or_replaced() -> None:
    assert "â€œWe wonâ€™t,â€\x9d" in DAMAGES["read as Windows-1252"](STORY).decode()
    assert ",â€ Venn" in DAMAGES["the same, lost bytes dropped"](STORY).decode()
    assert ",â€\ufffd Venn" in DAMAGES["the same, lost bytes replaced"](STORY).decode()


@pytest.mark.parametrize("name", ["wrapped in page furniture", "wrapped without blank lines"])
def test_a_wrapped_story_is_whole_and_in_order(name: str) -> None:
    page = DAMAGES[name](STORY).decode()
    places = [page.index(paragraph) for paragraph in STORY.split("\n\n")]
    assert places == sorted(places)
    assert places[0] > 0
    assert "dvert" in page[places[3] : places[4]].casefold()


def test_the_same_statements_all_survive() -> None:
    told = record(("We will not sign", "Mara Venn"), ("it was late", None), ("Never.", "Ilse Brandt"))
    found = survival(told, told)
    assert (found.clean, found.damaged, found.kept, found.kept_words) == (3, 3, 3, 3)
    assert (found.share_kept, found.share_others, found.lost, found.others) == (1.0, 0.0, (), ())


def test_letters_count_not_marks() -> None:
    assert survival(record(("We won’t — sign.", "Venn")), record(("We won't sign", "Venn"))).kept == 1


def test_another_speaker_is_a_loss_and_another_statement() -> None:
    found = survival(record(("We will not sign", "Venn")), record(("We will not sign", "Brandt")))
    assert (found.kept, found.kept_words) == (0, 1)
    assert found.lost == ("Venn: We will not sign",)
    assert found.others == ("Brandt: We will not sign",)


def test_statements_match_from_nine_tenths_of_their_letters() -> None:
    whole = "abcdefghij" * 4
    assert survival(record((whole, "Venn")), record((whole[:-7], "Venn"))).kept == 1
    assert survival(record((whole, "Venn")), record((whole[:-12], "Venn"))).kept == 0


def test_order_counts() -> None:
    before = record(("first words", "Venn"), ("second words here", "Venn"), ("third and last", "Venn"))
    after = record(("third and last", "Venn"), ("first words", "Venn"), ("second words here", "Venn"))
    assert survival(before, after).kept == 2


def test_a_document_that_cannot_be_read_any_more_loses_all() -> None:
    found = survival(record(("first words", "Venn")), {})
    assert (found.clean, found.kept, found.share_kept, found.share_others) == (1, 0, 0.0, 0.0)


def test_documents_add_up() -> None:
    one = survival(record(("first words", "Venn")), record(("first words", "Venn")))
    other = survival(record(("first words", "Venn")), record(("else entirely", None)))
    both = Survival() + one + other
    assert (both.clean, both.damaged, both.kept) == (2, 2, 1)
    assert (both.share_kept, both.share_others) == (0.5, 0.5)
