"""Who a mention is, by the document's own words: names, titles, pronouns, descriptions, bodies, countries."""

import pytest

from quotes import parse
from quotes.statement import SpeakerType, Statement
from tests.parsing.reading import only_quote


def last_quote(text: str) -> Statement:
    return parse(text).quotes[-1]


def last_speaker(text: str) -> str | None:
    return last_quote(text).speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Mara Venn runs the mill. “It is ours,” Venn said.", "Mara Venn", id="family name"),
        pytest.param("Mara Venn runs the mill. “It is ours,” Mara said.", "Mara Venn", id="given name"),
        pytest.param("Li Wenhao runs the mill. “It is ours,” Li said.", "Li Wenhao", id="family name first"),
        pytest.param("Dr. Mara Venn runs the mill. “It is ours,” Dr. Venn said.", "Mara Venn",
                     id="title with a dot"),
        pytest.param("Mara Venn runs the mill. “It is ours,” Mayor Venn said.", "Mara Venn",
                     id="office as a title"),
        pytest.param("Mara Venn runs the mill. “It is ours,” Ms Venn said.", "Mara Venn", id="honorific"),
        pytest.param("“It is ours,” Venn said. The mill is owned by Mara Venn.", "Mara Venn",
                     id="named later"),
        pytest.param("Mara Venn-Tollan runs the mill. “It is ours,” Venn-Tollan said.", "Mara Venn-Tollan",
                     id="double name"),
        pytest.param("General Oren Tollan came. “It is ours,” Gen. Tollan said.", "Oren Tollan",
                     id="rank shortened"),
        pytest.param("“It is ours,” Venn’s daughter Ada Brisk said.", "Ada Brisk",
                     id="the name, not its owner"),
        pytest.param("Teresa “Tess” Molina, the singer, came. “It is ours,” Tess said.", "Teresa Molina",
                     id="nickname"),
        pytest.param("Aung Thet Mon, a teacher, fled. “It is ours,” U Aung Thet Mon said.", "Aung Thet Mon",
                     id="Burmese honorific"),
        pytest.param("Kim Dae-won came on Monday. The hall was full and the guests waited for two hours.\n\n"
                     "Later Kim Sung-jae, a lawmaker, spoke. “It is ours,” Kim said.", "Kim Sung-jae",
                     id="of two the one named last"),
    ],
)  # fmt: skip
def test_a_shorter_name_is_the_person_named_in_full(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker
    assert last_quote(text).speaker_type == "person"


def test_the_mention_is_kept_as_it_stands() -> None:
    text = "Mara Venn runs the mill. “It is ours,” Ms Venn said."
    quote = only_quote(text)

    assert quote.mention == "Ms Venn"
    assert quote.mention_span is not None
    assert text[slice(*quote.mention_span)] == "Ms Venn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Mr Tollan met Ms Venn. “I am tired,” she said.", "Venn", id="she is Ms"),
        pytest.param("Mr Tollan met Ms Venn. “I am tired,” he said.", "Tollan", id="he is Mr"),
        pytest.param("Mr. Tollan met Ms. Venn. “I am tired,” she said.", "Venn", id="she is Ms., with dots"),
        pytest.param("Mr. Tollan met Ms. Venn. “I am tired,” he said.", "Tollan", id="he is Mr., with dots"),
        pytest.param("Oren Tollan met Congresswoman Mara Venn. “I am tired,” she said.", "Mara Venn",
                     id="office"),
        pytest.param("Mara Venn met Oren Tollan, chairman of the mill. “I am tired,” he said.", "Oren Tollan",
                     id="apposition"),
    ],
)  # fmt: skip
def test_gender_told_by_the_text_decides_a_pronoun(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


def test_pronouns_go_on_over_paragraphs() -> None:
    text = (
        "Mara Venn closed the mill on Monday.\n\n“It was old,” she said.\n\n"
        "The weir will stay.\n\n“It is older,” she added."
    )

    assert [quote.speaker for quote in parse(text).quotes] == ["Mara Venn", "Mara Venn"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Norwegian Prime Minister Oren Tollan came. “We are open,” the Norwegian leader said.",
                     "Oren Tollan", id="nationality and leader"),
        pytest.param("Prime Minister Oren Tollan of Norway came. “We are open,” the Norwegian leader said.",
                     "Oren Tollan", id="nationality of a country named after him"),
        pytest.param("Oren Tollan, the president of Norway, met Ada Brisk. “We are open,” the "
                     "Norwegian president said.", "Oren Tollan", id="president"),
        pytest.param("Foreign Minister Ada Brisk came. “We are open,” the minister said.", "Ada Brisk",
                     id="minister"),
        pytest.param("Mara Venn, 52, leads the party. “I am done,” the 52-year-old said.", "Mara Venn",
                     id="age"),
        pytest.param("Ada Brisk, a spokeswoman, came. “We are open,” the spokeswoman said.", "Ada Brisk",
                     id="spokeswoman"),
        pytest.param("Governor Ada Brisk came. “We are open,” the State Governor said.", "Ada Brisk",
                     id="capitals"),
        pytest.param("Cabinet Secretary Oren Tollan came. “We are open,” the CS said.", "Oren Tollan",
                     id="initials of an office"),
        pytest.param("Oren Tollan lost his home. “It burned,” the father of three said.", "Oren Tollan",
                     id="how many children"),
        pytest.param("Archbishop Oren Tollan came. “We wait,” the Archbishop said.", "Oren Tollan",
                     id="a title that the tagger may take for a name"),
        pytest.param("Norwegian Prime Minister Oren Tollan met Finnish President Ada Brisk. "
                     "“We are open,” the Finnish leader said.", "Ada Brisk", id="one of two leaders"),
    ],
)  # fmt: skip
def test_a_description_is_the_person_it_describes(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        pytest.param("“We are open,” Oslo said in a statement.", "Norway", "country", id="a capital"),
        pytest.param("“We are open,” Washington said.", "United States", "country", id="another capital"),
        pytest.param("“We are open,” Norway said.", "Norway", "country", id="a country"),
        pytest.param("“We are open,” the Norwegian Foreign Ministry said.", "Norwegian Foreign Ministry",
                     "organization", id="a ministry is its own speaker"),
        pytest.param("The Ministry of Roads closed the weir. “It is unsafe,” the ministry said.",
                     "Ministry of Roads", "organization", id="the ministry"),
        pytest.param("Harbour Steel Company closed its mill. “Demand has gone,” the company said.",
                     "Harbour Steel Company", "organization", id="the company"),
        pytest.param("Harbour Steel closed its mill. “Demand has gone,” the company said.", "Harbour Steel",
                     "organization", id="the company, not in its name"),
        pytest.param("Harbour Steel Company closed its mill. “We regret it,” it said.",
                     "Harbour Steel Company", "organization", id="it"),
        pytest.param("The Dockers’ Union called a strike. “We will not give in,” the union said.",
                     "Dockers’ Union", "organization", id="the union"),
        pytest.param("The Ostrava Workers Directorate (OWD) called a strike. “We stay out,” the OWD said.",
                     "Ostrava Workers Directorate", "organization", id="an acronym"),
        pytest.param("The Ostrava Workers Directorate (OWD) called a strike. “We stay out,” OWD said.",
                     "Ostrava Workers Directorate", "organization", id="an acronym without article"),
        pytest.param("The Ministry of Roads closed the weir. “It is unsafe,” the Ministry said.",
                     "Ministry of Roads", "organization", id="the Ministry, with a capital"),
        pytest.param("“It is unsafe,” police said.", "police", "organization", id="police"),
    ],
)  # fmt: skip
def test_bodies_and_countries(text: str, speaker: str, kind: SpeakerType) -> None:
    quote = last_quote(text)

    assert (quote.speaker, quote.speaker_type) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        pytest.param("“It is unsafe,” said a senior official.", "a senior official", "unnamed",
                     id="an official"),
        pytest.param("“It is unsafe,” a spokesman for the Ministry of Roads said.",
                     "a spokesman for the Ministry of Roads", "unnamed",
                     id="a spokesman is not his ministry"),
        pytest.param("“It is unsafe,” residents said.", "residents", "group", id="residents"),
        pytest.param("“It is unsafe,” two officials told The Harbour Post.", "two officials", "group",
                     id="two officials"),
        pytest.param("Analysts said “nobody is safe there.”", "Analysts", "group",
                     id="first word of the sentence"),
        pytest.param("“It is unsafe,” said Mara Venn and Oren Tollan.", "Mara Venn and Oren Tollan", "group",
                     id="two people"),
    ],
)  # fmt: skip
def test_unnamed_speakers_and_groups(text: str, speaker: str, kind: SpeakerType) -> None:
    quote = last_quote(text)

    assert (quote.speaker, quote.speaker_type) == (speaker, kind)
    assert quote.unknown is None


def test_two_people_of_one_name_are_not_told_apart_by_guessing() -> None:
    text = "Mara Venn and her brother Oren Venn run the mill. Oren Venn listened. “It is ours,” Venn said."
    quote = last_quote(text)

    assert quote.speaker is None
    assert quote.unknown is not None
    assert "Venn" in quote.unknown
    assert quote.mention == "Venn"


def test_two_people_of_one_name_are_told_apart_by_their_given_names() -> None:
    text = "Mara Venn and Oren Venn run the mill. “It is ours,” Oren Venn said. “Half of it,” Mara Venn said."

    assert [quote.speaker for quote in parse(text).quotes] == ["Oren Venn", "Mara Venn"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Nobody slept here,” it said.", id="it"),
        pytest.param("“Nobody slept here,” she said.", id="she"),
        pytest.param("“Nobody slept here,” they said.", id="they"),
        pytest.param(
            "“They said ‘we will burn it down’ to us,” Mara Venn said.", id="a quotation in a quotation"
        ),
        pytest.param("Mara Venn and Oren Venn run the mill. “It is ours,” Venn said.", id="two of a name"),
    ],
)
def test_an_unknown_speaker_always_has_a_reason(text: str) -> None:
    unknown = [quote for quote in parse(text).quotes if quote.speaker is None]

    assert unknown
    for quote in unknown:
        assert quote.unknown
        assert quote.speaker_type is None


def test_a_person_named_in_full_twice_is_one_speaker() -> None:
    text = "“It is old,” Mara Venn said.\n\n“It is ours,” said Mayor Mara Venn.\n\n“It stays,” Mrs Venn said."

    assert {quote.speaker for quote in parse(text).quotes} == {"Mara Venn"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Queen Mara Venn of Ostrava spoke. “We go on,” Her Majesty said.",
                     "Mara Venn", id="style"),
        pytest.param("Crown Prince Oren Tollan spoke. “We go on,” HRH said.",
                     "Oren Tollan", id="style shortened"),
        pytest.param("The Weir Deputy Prime Minister Mara Venn spoke. “We go on,” the Deputy PM said.",
                     "Mara Venn", id="office shortened"),
        pytest.param("The Weir Foreign Minister Mara Venn spoke. “We go on,” the top diplomat said.",
                     "Mara Venn", id="top diplomat"),
    ],
)  # fmt: skip
def test_a_style_or_a_shortened_office_is_its_bearer(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker
