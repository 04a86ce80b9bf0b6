// A search in job offers that forgives spelling: the twin of content/offer_search.py, which
// tells its rules. Tests hold both together.
var SMALL_WORDS = (
    "a au aux avec chez cherche chercher d dans de des du emploi en et faire j je job l la le " +
    "les metier offre offres ou poste pour pres recherche sur travail travailler un une veux " +
    "voudrais"
).split(" ");
var SOUNDS = (
    "ch C ph f ce se ci si cy si c k qu k eau o au o ai e ei e y i z s"
).split(" ").concat("h", "");

function soundOf(word) {
    for (var place = 0; place < SOUNDS.length; place += 2) {
        word = word.split(SOUNDS[place]).join(SOUNDS[place + 1]);
    }
    word = word.replace(/([a-z])\1+/g, "$1");
    var ending = /^([a-z0-9C]{3,}?)e?[drstz]?e?[sx]?$/.exec(word);
    return ending ? ending[1] : word;
}

// texts: [title, name of the trade, people's words for it, place, contract and agency]
function soundsOf(texts) {
    return texts.map(function (text) {
        return wordsOf(text).map(soundOf);
    });
}

// In the same way, at the beginning, or nearly so.
var WAYS = [
    function (wanted, word) {
        return word === wanted;
    },
    function (wanted, word) {
        return Array.from(wanted).length >= 3 && word.indexOf(wanted) === 0;
    },
    function (wanted, word) {
        var letters = Array.from(wanted);
        var most = Math.floor(letters.length / 4);
        return !/[0-9]/.test(wanted + word) && most > 0 &&
            distance(letters, Array.from(word), most) <= most;
    }
];

// By the place of each offer in the index: its points, 0 where it does not have the word.
function pointsOf(wanted, index) {
    var found = [];
    WAYS.some(function (isIt) {
        found = index.map(function (parts) {
            for (var place = 0; place < parts.length; place += 1) {
                if (parts[place].some(isIt.bind(null, wanted))) {
                    return parts.length - place;
                }
            }
            return 0;
        });
        return found.some(Boolean);
    });
    return found;
}

// index: soundsOf() of each offer -> the places of the offers that are found, the best first
function foundOffers(index, text) {
    var wanted = wordsOf(Array.from(text).slice(0, 200).join("")).filter(function (word) {
        return SMALL_WORDS.indexOf(word) < 0;
    }).map(soundOf).filter(function (word, place, all) {
        return all.indexOf(word) === place;
    }).slice(0, 12);
    var points = wanted.map(function (word) {
        return pointsOf(word, index);
    });
    var most = 0;
    var offers = index.map(function (parts, place) {
        var offer = {place: place, words: 0, sum: 0};
        points.forEach(function (found) {
            offer.words += found[place] > 0;
            offer.sum += found[place];
        });
        most = Math.max(most, offer.words);
        return offer;
    });
    return offers.filter(function (offer) {
        return offer.words === most && (most > 0 || !wanted.length);
    }).sort(function (one, other) {
        // Sorting keeps no order of its own in older browsers.
        return other.sum - one.sum || one.place - other.place;
    }).map(function (offer) { return offer.place; });
}
