import pytest

from pasapas.authoring.narration.french_numbers import below_hundred, group
from pasapas.authoring.narration.spoken_text import spoken_text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # Right as they are.
        ("Votre CV en PDF.", "Votre CV en PDF."),
        ("Un SMS de France Travail.", "Un SMS de France Travail."),
        ("M. Dupont, 10 %, le 15/03/2026.", "M. Dupont, 10 %, le 15/03/2026."),
        # The lexicon.
        ("Mails et mail.", "mels et mel."),
        ("Votre boîte mail.", "Votre boîte mel."),
        ("E-mail, e-mails.", "imel, imels."),
        ("Le RIB, la CAF, le code PIN.", "Le ribe, la caffe, le code pine."),
        ("wifi, Wi-Fi, WiFi, Wifi", "ouifi, ouifi, ouifi, ouifi"),
        ("Gmail et Ameli", "gé mel et Améli"),
        ("le n°3 et le n° 4", "le numéro 3 et le numéro 4"),
        ("le 17Cyber", "le dix-sept cyber"),
        # Whole words only.
        ("Un maillot, une ribambelle.", "Un maillot, une ribambelle."),
        # Telephones.
        ("Appelez le 39 49.", "Appelez le trente-neuf, quarante-neuf."),
        ("Appelez le 3949.", "Appelez le trente-neuf, quarante-neuf."),
        ("Le 0 805 805 817.", "Le zéro, huit cent cinq, huit cent cinq, huit cent dix-sept."),
        (
            "Le 06 12 34 56 78.",
            "Le zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit.",
        ),
        (
            "0699009171",
            "zéro six, quatre-vingt-dix-neuf, zéro zéro, quatre-vingt-onze, soixante et onze",
        ),
        (
            "+33 6 12 34 56 80",
            "plus trente-trois, six, douze, trente-quatre, cinquante-six, quatre-vingts",
        ),
        ("Transférez au 33700.", "Transférez au trente-trois, sept cents."),
        # Quantities that only look like one.
        ("12 34 56 cartons", "12 34 56 cartons"),
        ("1 200 € et 3 500 personnes", "1200 euros et 3500 personnes"),
        # Addresses and files.
        (
            "jose.ferreira@bonjour.example",
            "José point ferreira, arobase, bonjour point exemple",
        ),
        (
            "jose.ferreira#bonjour.example",
            "José point ferreira, dièse, bonjour point exemple",
        ),
        ("17cyber.gouv.fr.", "dix-sept cyber point gouve point èfe ère."),
        (
            "https://www.francetravail.fr/candidat/",
            "trois double vé point francetravail point èfe ère barre candidat",
        ),
        ("cv-amina.pdf", "cé vé tiret amina point pé dé èfe"),
        ("IMG_2034", "IMG tiret bas 2034"),
        ("jose.ferreira1972", "José point ferreira 1972"),
        ("C.V. ou S.M.S", "C.V. ou S.M.S"),
        ("Voici la fin. Et la suite.", "Voici la fin. Et la suite."),
        # Signs, hours, prices.
        ("Le signe @ et le signe #.", "Le signe arobase et le signe dièse."),
        ("La place de @, le @, au @.", "La place d'arobase, l'arobase, à l'arobase."),
        ("Durand & Fils", "Durand et Fils"),
        (
            "14h30, 14:30, 9 h, 1h, 21 h 05",
            "14 heures 30, 14 heures 30, 9 heures, une heure, vingt et une heures 5",
        ),
        ("12,50 €, 1 €, 40 €", "12 euros 50, 1 euro, 40 euros"),
        ("L’offre d’emploi\u00a0?", "L'offre d'emploi ?"),
        ("Oui 🙂 merci", "Oui merci"),
        ("Appuyez sur « Créer un compte ».", "Appuyez sur Créer un compte."),
        ("CV-Amina-Benali-2026", "CV Amina-Benali 2026"),
        ("Une lettre-CV, peut-être vingt-deux", "Une lettre CV, peut-être vingt-deux"),
    ],
)
def test_said(written, said, lexicon):
    assert spoken_text(written, lexicon) == said


@pytest.mark.parametrize(
    "written",
    [
        "Dites <b>oui</b>",
        'Dites <phoneme ph="n"/>oui',
        "Dites &lt;b&gt;oui&lt;/b&gt;",
        "Dites <!-- rien -->oui",
        "Dites <speed level='20'>oui",
    ],
)
def test_markup_never_reaches_the_voice(written, lexicon):
    assert spoken_text(written, lexicon) == "Dites oui"


@pytest.mark.parametrize("written", ["a < b > c", "&amp;amp;", "<<b>>", "x<y", "&#60;b&#62;"])
def test_no_sign_of_markup_is_left(written, lexicon):
    assert not set("<>&") & set(spoken_text(written, lexicon))


@pytest.mark.parametrize("written", ["", "🙂", "…", "<b></b>", "« »"])
def test_nothing_to_say(written, lexicon):
    assert spoken_text(written, lexicon) == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (16, "seize"),
        (21, "vingt et un"),
        (49, "quarante-neuf"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
    ],
)
def test_numbers(number, words):
    assert below_hundred(number) == words


def test_all_numbers_differ():
    assert len({below_hundred(number) for number in range(100)}) == 100


@pytest.mark.parametrize(
    ("digits", "words"),
    [("06", "zéro six"), ("00", "zéro zéro"), ("800", "huit cents"), ("105", "cent cinq")],
)
def test_groups(digits, words):
    assert group(digits) == words
