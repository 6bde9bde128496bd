"""Whole documents in other languages and encodings through `read`: not a letter is changed."""

import pytest

from quotes import read

TEXTS = {
    "fr": (
        "La présidente de l’île, Maëlle Brévent, a déclaré mardi : « Nous n’avons pas cédé. » Ça suffit. "
        "Les élèves étaient là, où le cœur du débat fut posé.",
        ("cp1252", "utf-16"),
    ),
    "de": (
        "Der Bürgermeister sagte am Dienstag: „Wir müssen die Straße schließen.“ Die Brücke prüft man.",
        ("cp1252",),
    ),
    "es": ("El alcalde señaló el martes: «No habrá más peajes». ¿Quién pagará? ¡Nadie lo sabe!", ("cp1252",)),
    "pt": ("O presidente da câmara afirmou: “Não há razão para pânico.” A população discorda.", ("cp1252",)),
    "sv": ("Borgmästaren sade på tisdagen: ”Vi stänger inte bron.” Invånarna på ön är arga.", ("cp1252",)),
    "pl": ("Burmistrz powiedział we wtorek: „Nie zamkniemy mostu”. Mieszkańcy są źli.", ("cp1250",)),
    "ru": (
        "Мэр заявил во вторник: «Мы не закроем мост». Жители острова недовольны решением совета.",
        ("cp1251",),
    ),
    "uk": ("Мер заявив у вівторок: «Ми не закриємо міст». Мешканці острова незадоволені.", ()),
    "el": ("Ο δήμαρχος δήλωσε την Τρίτη: «Δεν θα κλείσουμε τη γέφυρα». Οι κάτοικοι διαφωνούν.", ("cp1253",)),
    "zh": (
        "市长周二表示：“我们不会关闭这座桥。”岛上的居民对议会的决定感到不满，并要求部门作出答复。",
        ("gb18030",),
    ),
    "ja": (
        "市長は火曜日に「橋は閉鎖しない」と述べた。島の住民は議会の決定に不満を抱いている。",
        ("shift_jis", "euc-jp"),
    ),
    "ko": (
        "시장은 화요일에 “우리는 다리를 닫지 않을 것”이라고 말했다. 주민들은 불만을 품고 있다.",
        ("euc-kr",),
    ),
    "tr": ("Başkan salı günü “Köprüyü kapatmayacağız” dedi. Ada sakinleri karardan memnun değil.", ()),
    "ar": ("قال رئيس البلدية يوم الثلاثاء: «لن نغلق الجسر». سكان الجزيرة غير راضين عن القرار.", ("cp1256",)),
    "vi": ("Thị trưởng nói hôm thứ Ba: “Chúng tôi sẽ không đóng cầu.” Người dân không hài lòng.", ()),
}
CASES = [(language, encoding) for language, (_, own) in TEXTS.items() for encoding in ("utf-8", *own)]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_document_of_another_language_is_read_as_it_stands(language: str, encoding: str) -> None:
    text = TEXTS[language][0]
    document = read("\n\n".join([text] * 3).encode(encoding))[0]
    assert document.text.count(text) >= 1
    assert document.repairs == ()


def test_french_in_latin_1_keeps_its_letters() -> None:
    text = "L'île a été fermée à midi. « C'est décidé », a déclaré la maire."
    document = read(text.encode("latin-1"))[0]
    assert (document.text, document.repairs) == (text, ())


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "gb18030"])
def test_a_chinese_page_with_english_quotations_keeps_both(declared: str) -> None:
    chinese = TEXTS["zh"][0]
    english = "The mayor, Mara Venn, said on Tuesday: “We will not close the bridge — nobody’s asked.”"
    page = (
        f'<html><head><meta charset="{declared}"><title>桥</title></head><body><article>'
        f"<p>{chinese}</p><p>{english}</p><p>{chinese}</p></article></body></html>"
    )
    document = read(page.encode("gb18030"))[0]
    assert (document.encoding, document.repairs) == ("gb18030", ())
    assert chinese in document.text
    assert english in document.text
