// Whether conditions of observations hold: the same, to the letter, as content/conditions.py,
// content/operators.py and content/loose_text.py, which tell why. The server decides; this
// answers at once. Nothing here may ask a browser what a letter is or a space: an old phone
// has other tables than the server.

// --- Loose text ---------------------------------------------------------------------------

var SPACES = "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006" +
    "\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";
var LONGEST_COMPARED = 10000;
// æ Æ œ Œ ß ẞ, ø Ø đ Đ ð Ð ł Ł, þ Þ ı: escaped, in case a script is read as Latin-1.
var SPELT = {
    "\u00e6": "ae", "\u00c6": "ae", "\u0153": "oe", "\u0152": "oe", "\u00df": "ss",
    "\u1e9e": "ss", "\u00f8": "o", "\u00d8": "o", "\u0111": "d", "\u0110": "d", "\u00f0": "d",
    "\u00d0": "d", "\u0142": "l", "\u0141": "l", "\u00fe": "th", "\u00de": "th", "\u0131": "i"
};
var DECOMPOSED = [[0xc0, 0x52f], [0x1e00, 0x1fff]];
var PASSED_OVER = [[0xad, 0xad], [0x300, 0x36f], [0x200b, 0x200d], [0x2060, 0x2060],
    [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xe0000, 0xe0fff]];
var PARTING = [[0x2b0, 0x2ff], [0x1680, 0x1680], [0x2000, 0x2bff], [0x2e00, 0x2e7f],
    [0x3000, 0x303f], [0xd800, 0xf8ff], [0xfe10, 0xfe6f], [0xfff0, 0xffff],
    [0x1f000, 0x1fbff], [0xf0000, 0x10ffff]];

function trimmed(text) {
    var first = 0;
    var end = text.length;
    while (first < end && SPACES.indexOf(text.charAt(first)) >= 0) {
        first += 1;
    }
    while (end > first && SPACES.indexOf(text.charAt(end - 1)) >= 0) {
        end -= 1;
    }
    return text.slice(first, end);
}

function within(code, ranges) {
    return ranges.some(function (range) {
        return range[0] <= code && code <= range[1];
    });
}

function foldedLetter(character) {
    var code = character.codePointAt(0);
    if (SPELT.hasOwnProperty(character)) {
        return SPELT[character];
    }
    if (within(code, PASSED_OVER)) {
        return "";
    }
    if (code < 0x100) {
        return /[0-9A-Za-z]/.test(character) ? character.toLowerCase() : " ";
    }
    return within(code, PARTING) ? " " : character;
}

function foldedCharacter(character) {
    if (within(character.codePointAt(0), DECOMPOSED)) {
        return Array.from(character.normalize("NFD")).map(foldedLetter).join("");
    }
    return foldedLetter(character);
}

function wordsOf(text) {
    var read = Array.from(text).slice(0, LONGEST_COMPARED);
    return read.map(foldedCharacter).join("").split(" ").filter(function (word) {
        return word !== "";
    });
}

function hasWords(text, wanted) {
    var row = wordsOf(wanted).join(" ");
    return row !== "" && (" " + wordsOf(text).join(" ") + " ").indexOf(" " + row + " ") >= 0;
}

// Both are lists of characters; most + 1 stands for more.
function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) {
        return most + 1;
    }
    var row = [0].concat(other.map(function (letter, index) {
        return index + 1;
    }));
    for (var place = 1; place <= one.length; place += 1) {
        var above = row;
        row = [place];
        for (var index = 0; index < other.length; index += 1) {
            var changed = above[index] + (one[place - 1] === other[index] ? 0 : 1);
            row.push(Math.min(changed, above[index + 1] + 1, row[index] + 1));
        }
        if (Math.min.apply(null, row) > most) {
            return most + 1;
        }
    }
    return Math.min(row[row.length - 1], most + 1);
}

function near(answer, wanted) {
    var given = wordsOf(answer).join("");
    var right = wordsOf(wanted).join("");
    if (given.replace(/[^0-9]/g, "") !== right.replace(/[^0-9]/g, "")) {
        return false;
    }
    var letters = Array.from(given);
    var most = Math.floor(letters.length / 4);
    return given !== "" && distance(letters, Array.from(right), most) <= most;
}

// --- Operators ----------------------------------------------------------------------------

function isText(value) {
    return typeof value === "string";
}

// A text, a whole number, true or false, a list of texts; null for anything else.
function knownValue(value) {
    if (Array.isArray(value)) {
        return value.filter(isText);
    }
    return isText(value) || typeof value === "boolean" || Number.isSafeInteger(value) ? value : null;
}

function textsOf(value) {
    var items = Array.isArray(value) ? value : value === null ? [] : [String(value)];
    return items.map(trimmed);
}

function hasOneOf(value, wanted) {
    var found = textsOf(value);
    return wanted.some(function (text) {
        return found.indexOf(trimmed(text)) >= 0;
    });
}

function isEmpty(value) {
    return textsOf(value).length === 0 || (isText(value) && trimmed(value) === "");
}

// A number that is equal to no number where a value can't be counted.
function numberOf(value) {
    if (typeof value === "boolean") {
        return NaN;
    }
    if (isText(value)) {
        return Array.from(trimmed(value)).length;
    }
    return Array.isArray(value) ? value.length : Number(value);
}

var OPERATORS = {
    is: function (argument, value) {
        return !Array.isArray(value) && hasOneOf(value, [argument]);
    },
    like: function (argument, value) {
        return value !== null && !Array.isArray(value) && near(String(value), argument);
    },
    includes: function (argument, value) {
        return Array.isArray(value) ? hasOneOf(value, [argument]) :
            isText(value) && hasWords(value, argument);
    },
    any: function (argument, value) {
        return hasOneOf(value, argument);
    },
    empty: function (argument, value) {
        return isEmpty(value) === argument;
    },
    count: function (argument, value) {
        return numberOf(value) === argument;
    },
    at_least: function (argument, value) {
        return numberOf(value) >= argument;
    },
    at_most: function (argument, value) {
        return numberOf(value) <= argument;
    }
};

function holds(op, argument, value) {
    return OPERATORS[op](argument, knownValue(value));
}

// --- Conditions, as condition_json() writes them --------------------------------------------

// The value of a path such as "sent" or "fields.hours"; undefined where there is none.
function valueAt(artefact, path) {
    return path.split(".").reduce(function (value, name) {
        var inside = value !== null && typeof value === "object" && !Array.isArray(value);
        return inside && Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined;
    }, artefact);
}

// answer(atom) -> boolean, for an atom [path, op, argument]
function satisfied(condition, answer) {
    function part(inner) {
        return satisfied(inner, answer);
    }
    if (condition.length === 3) {
        return answer(condition);
    }
    if (condition[0] === "not") {
        return !part(condition[1]);
    }
    return condition[0] === "all" ? condition[1].every(part) : condition[1].some(part);
}
