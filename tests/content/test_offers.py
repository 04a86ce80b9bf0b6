"""Files of invented offers, and the search in them."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.content.offer_search import OfferSearch
from pasapas.content.offers import Offer, Trade, read_offers
from pasapas.content.problems import Severity

from .samples import changed, places

OFFERS = """\
format: 1
places:
  Lyon Vaise: 4
  L'Arbresle: 26
trades:
  plonge: {name: Plonge, also: [vaisselle, restaurant]}
  cuisine: {name: Cuisine, also: [commis, restaurant]}
  conduite: {name: Conduite, also: [chauffeur, chauffeuse]}
offers:
  plonge-vaise:
    title: Plonge de nuit
    trade: plonge
    kind: job
    recruiter: Restaurant Les Sept Marmites
    contact: Madame Ndiaye
    how: mail
    address: equipe@sept-marmites.example
    place: Lyon Vaise
    contract: CDI
    time: part
    when: [night, weekend]
    hours: 20 heures par semaine
    pay: 13 € de l'heure
    start: Tout de suite
    text:
      - Vous lavez la vaisselle.
      - Le repas est offert.
  chauffeur-arbresle:
    title: Minibus
    trade: conduite
    kind: job
    agency: Agence Tempovane
    how: phone
    address: 01 99 00 12 34
    place: L'Arbresle
    contract: Intérim
    time: full
    when: day
    hours: 35 heures par semaine
    start: En mai
    text: [Vous conduisez.]
    fake: L'offre demande 45 euros.
  stage-cuisine:
    title: Stage de cuisine
    trade: cuisine
    kind: placement
    recruiter: Mairie de Valmornant
    how: visit
    address: 3 rue du Lavoir
    place: Lyon Vaise
    contract: Stage de 2 semaines
    time: full
    when: [day]
    hours: 30 heures par semaine
    start: En mai
    text: [Vous épluchez les légumes.]
"""
READ = read_offers(OFFERS).document


def slugs(text: str) -> list[str]:
    return [offer.slug for offer in OfferSearch(READ).found(text)]


def test_offers_are_read_whole():
    reading = read_offers(OFFERS)
    assert reading.problems == ()
    assert reading.document.places == {"Lyon Vaise": 4, "L'Arbresle": 26}
    assert reading.document.trades["plonge"] == Trade("Plonge", ("vaisselle", "restaurant"))
    assert reading.document.offers["plonge-vaise"] == Offer(
        slug="plonge-vaise",
        title="Plonge de nuit",
        trade="plonge",
        kind="job",
        recruiter="Restaurant Les Sept Marmites",
        agency="",
        contact="Madame Ndiaye",
        how="mail",
        address="equipe@sept-marmites.example",
        place="Lyon Vaise",
        contract="CDI",
        time="part",
        when=("night", "weekend"),
        hours="20 heures par semaine",
        pay="13 € de l'heure",
        start="Tout de suite",
        text=("Vous lavez la vaisselle.", "Le repas est offert."),
        fake="",
    )


def test_what_an_offer_does_not_say_is_empty():
    offer = READ.offers["chauffeur-arbresle"]
    assert (offer.recruiter, offer.contact, offer.pay) == ("", "", "")
    assert offer.fake == "L'offre demande 45 euros."


def test_an_offer_is_immutable():
    with pytest.raises(dataclasses.FrozenInstanceError):
        READ.offers["stage-cuisine"].fake = ""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("trade: plonge\n", "trade: plong\n", ("offer.unknown-trade", 12)),
        ("place: L'Arbresle", "place: Tarare", ("offer.unknown-place", 35)),
        ("kind: placement", "kind: stage", ("offer.unknown-choice", 46)),
        ("how: visit", "how: fax", ("offer.unknown-choice", 48)),
        ("time: part", "time: half", ("offer.unknown-choice", 20)),
        ("when: [night, weekend]", "when: [night, soir]", ("offer.unknown-choice", 21)),
        ("equipe@sept-marmites.example", "equipe@marmites.fr", ("offer.odd-address", 17)),
        ("equipe@sept-marmites.example", "sept-marmites.example", ("offer.odd-address", 17)),
        ("01 99 00 12 34", "04 78 00 12 34", ("offer.odd-address", 34)),
        ("01 99 00 12 34", "01 99 00 12", ("offer.odd-address", 34)),
        ("3 rue du Lavoir", "mairie@valmornant.example", ("offer.odd-address", 49)),
        ("3 rue du Lavoir", "Appelez le 04 78 00 12 34", ("plain.real-phone", 49)),
        ("- Le repas est offert.", "- Écrivez à chef@marmites.fr.", ("plain.real-address", 27)),
        ("- Le repas est offert.", "- Appelez le 04 78 00 12 34.", ("plain.real-phone", 27)),
        ("    recruiter: Mairie de Valmornant\n", "", ("field.missing", 44)),
        ("    text: [Vous conduisez.]\n", "", ("field.missing", 29)),
        ("  Lyon Vaise: 4\n", "  Lyon Vaise: 4\n  Bron: loin\n", ("field.number-wanted", 4)),
        ("  Lyon Vaise: 4\n", "  Lyon Vaise: 4\n  Bron: 1001\n", ("field.number-wanted", 4)),
        ("    fake: L'offre", "    faux: L'offre", ("field.unknown", 42)),
    ],
)
def test_what_is_wrong_is_said_once_with_its_line(old, new, expected):
    assert places(read_offers(changed(OFFERS, old, new)).problems) == [expected]


def test_an_unknown_name_comes_with_the_one_that_is_meant():
    (found_problem,) = read_offers(changed(OFFERS, "trade: plonge\n", "trade: plong\n")).problems
    assert found_problem.parameters == (("name", "plong"), ("nearest", "plonge"))


def test_help_with_unknown_names_has_an_end():
    strays = "".join(f"  stray-{number}: {{trade: plong}}\n" for number in range(30))
    problems = read_offers(OFFERS + strays).problems
    unknown = [dict(item.parameters) for item in problems if item.code == "offer.unknown-trade"]
    assert 1 <= sum("nearest" in parameters for parameters in unknown) < len(unknown)


@pytest.mark.parametrize("old", ["trade: plonge\n", "place: Lyon Vaise\n    contract: CDI\n"])
def test_an_offer_that_belongs_nowhere_is_left_out(old):
    text = changed(OFFERS, old, old.replace(": ", ": x", 1))
    assert set(read_offers(text).document.offers) == {"chauffeur-arbresle", "stage-cuisine"}


@pytest.mark.parametrize(
    ("old", "line"),
    [("Plonge de nuit", 11), ("Le repas est offert.", 27), ("L'offre demande 45 euros.", 42)],
)
def test_an_offer_is_as_safe_as_a_sentence(old, line):
    reading = read_offers(changed(OFFERS, old, "<script>x</script>"))
    assert reading.refused
    assert places(reading.problems) == [("sentence.html", line)]


def test_a_trade_and_a_place_are_as_safe_as_a_sentence():
    for old, new in (("vaisselle,", "'<b>',"), ("  L'Arbresle: 26", "  <b>: 26")):
        assert read_offers(changed(OFFERS, old, new)).refused


@pytest.mark.parametrize("raw", [b"\xff", "a: [", "a: *b", "a" * 50_001])
def test_an_unreadable_file_is_refused_and_nothing_more_is_said_of_it(raw):
    reading = read_offers(raw)
    assert reading.document is None
    assert [item.severity for item in reading.problems] == [Severity.UNSAFE]


@pytest.mark.parametrize(
    "text", ["plonge", " PLONGE ! ", "plonges", "plonje", "Je cherche un travail de plonge", "plon"]
)
def test_a_trade_is_found_however_it_is_typed(text):
    assert slugs(text) == ["plonge-vaise"]


@pytest.mark.parametrize("text", ["chauffeur", "chofeur", "chauffeuses", "CHAUFEUR", "chauffe"])
def test_words_are_compared_by_their_sound(text):
    assert slugs(text) == ["chauffeur-arbresle"]


@pytest.mark.parametrize("text", ["", "  ", "un travail", "!", "🙂"])
def test_a_search_that_names_nothing_finds_all_in_the_order_of_the_file(text):
    assert slugs(text) == list(READ.offers)


@pytest.mark.parametrize("text", ["astronaute", "مطبخ", "повар", "42"])
def test_what_is_not_there_is_not_found(text):
    assert slugs(text) == []


def test_the_title_counts_more_than_the_trade_and_the_place_least():
    text = OFFERS.replace("title: Minibus", "title: Conduite pour un restaurant")
    offers = read_offers(text).document
    ranked = [offer.slug for offer in OfferSearch(offers).found("restaurant")]
    assert ranked == ["chauffeur-arbresle", "plonge-vaise", "stage-cuisine"]
    text = OFFERS.replace("Lyon Vaise", "Conduite")
    ranked = [offer.slug for offer in OfferSearch(read_offers(text).document).found("conduite")]
    assert ranked == ["chauffeur-arbresle", "plonge-vaise", "stage-cuisine"]


def test_an_agency_is_found_by_its_name():
    assert slugs("agence") == slugs("Tempovane") == ["chauffeur-arbresle"]


def test_offers_with_more_of_the_words_hide_those_with_fewer():
    assert slugs("vaise") == ["plonge-vaise", "stage-cuisine"]
    assert slugs("vaise plonge") == ["plonge-vaise"]
    assert slugs("vaise astronaute") == ["plonge-vaise", "stage-cuisine"]


def test_a_word_that_is_there_hides_those_that_only_begin_so_or_look_so():
    text = OFFERS.replace("vaisselle,", "stagiaire, stade,")
    ranked = [offer.slug for offer in OfferSearch(read_offers(text).document).found("stage")]
    assert ranked == ["stage-cuisine"]


def test_a_word_that_begins_so_hides_those_that_only_look_so():
    text = changed(OFFERS, "chauffeuse]", "resta]")
    ranked = [offer.slug for offer in OfferSearch(read_offers(text).document).found("restau")]
    assert ranked == ["plonge-vaise", "stage-cuisine"]


def test_doubled_letters_are_one():
    assert slugs("ppllonnggee") == ["plonge-vaise"]


def test_near_spelling_never_changes_a_digit():
    text = changed(OFFERS, "title: Minibus", "title: Ligne 12345678")
    offers = read_offers(text).document
    assert [offer.slug for offer in OfferSearch(offers).found("12345678")] == ["chauffeur-arbresle"]
    assert OfferSearch(offers).found("12345679") == ()


def test_only_the_beginning_of_a_long_search_counts():
    assert slugs("plonge " + "x" * 300 + " cuisine") == ["plonge-vaise"]
    assert slugs(" ".join(f"mot{number}" for number in range(12)) + " plonge") == []


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_search_finds_offers_of_the_file_each_once(text):
    result = OfferSearch(READ).found(text)
    assert len(set(result)) == len(result)
    assert set(result) <= set(READ.offers.values())


@settings(deadline=None)
@given(st.lists(st.sampled_from(["plonge", "vaise", "stage", "cuisine", "nuit"]), max_size=12))
def test_the_order_and_the_number_of_the_same_words_change_nothing(asked):
    once = slugs(" ".join(asked))
    assert slugs(" ".join(reversed(asked))) == slugs(" ".join(asked + asked)) == once
