"""Which words in -ent are verbs, whose ending is mute: ils parlent, but un parent.

The spelling does not tell. Two lists do: what is sounded although most such words are
verbs (argent), and what is mute although most words in -ment are sounded (ils dorment).
In the plural (-ents) the ending is always sounded.
"""

from __future__ import annotations

_SOUNDED_WORDS = """
    absent abstinent accent accident adhérent adjacent adolescent agent ambivalent antécédent
    apparent ardent argent arpent astringent auvent avent cent clairvoyant cohérent coefficient
    compétent concurrent confident confluent consent conscient conséquent content contingent
    continent corpulent couvent covalent dent décadent décent déférent différent diligent
    dissident divergent effervescent efficient éloquent émergent éminent engoulevent
    entregent équivalent escient évanescent évident excellent féculent fervent flatulent
    fluorescent fréquent gent grandiloquent immanent imminent impertinent impotent imprudent
    impudent incandescent incident incohérent incompétent inconscient inconséquent indécent
    indifférent indigent indolent indulgent influent inhérent innocent insolent intelligent
    intermittent lent luminescent mécontent négligent occident omnipotent omniprésent onguent
    opulent paravent parent patent pénitent permanent pertinent phosphorescent polyvalent
    pourcent précédent prééminent présent président proéminent prudent purulent putrescent
    quotient récent récurrent régent relent repent résident ressent résurgent réticent
    sergent serpent somnolent souvent strident subséquent succulent talent tangent torrent
    transparent trident tumescent turbulent urgent vent ventripotent violent virulent
"""

_MUTE_WORDS_IN_MENT = """
    abîment acclament accoutument affament affirment aiment alarment allument animent arment
    arriment assomment assument blasphèment blâment brament briment calment charment chôment clament
    compriment confirment conforment consomment consument crament déciment déclament déforment
    dénomment dépriment désarment diffament dorment embaument endorment enferment enflamment
    enfument enrhument entament enveniment escriment essaiment estiment exclament exhument
    expriment ferment filment forment fument germent gomment grimment griment impriment
    infirment informent inhument intiment légitiment liment miment nomment oppriment parfument
    parsèment pâment périment plument présument priment proclament programment raniment
    rallument rament réaffirment réaniment réclament redorment referment reforment réforment
    renferment rendorment répriment résument riment rythment sèment somment suppriment
    surestiment surnomment trament transforment triment zooment
"""

# « -ient » is sounded in nouns (client, patient), but where a verb's stem ends in i; where
# the stem's last syllable is all the same (tient, étudient), both come to one count.
_VERBS_IN_IENT_WORDS = """
    crient écrient oublient publient prient plient replient déplient supplient multiplient
    trient expatrient rapatrient
"""
_SOUNDED = frozenset(_SOUNDED_WORDS.split())
_MUTE_IN_MENT = frozenset(_MUTE_WORDS_IN_MENT.split())
_VERBS_IN_IENT = frozenset(_VERBS_IN_IENT_WORDS.split())
_OTHER_VOWELS = ("a", "o", "u", "y")


def ends_in_silent_ent(word: str) -> bool:
    """True for a verb's mute ending. `word` stands in small letters."""
    if not word.endswith("ent") or word in _SOUNDED:
        return False
    if word.endswith("ment"):
        return word in _MUTE_IN_MENT
    if word.endswith("ient"):
        return word[-5:-4] in _OTHER_VOWELS or word in _VERBS_IN_IENT
    return True
